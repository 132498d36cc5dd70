package io.regcontract.simulator.control;

import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.json.JournalReader;
import io.regcontract.simulator.control.transport.ControlTransport;
import io.regcontract.simulator.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The journal of one application, in terms of calls to the control plane. */
final class ApplicationJournal implements Journal {

    private final ControlTransport transport;
    private final String application;
    private final String path;

    /** @param path of the journal, after {@code /control/v1} */
    ApplicationJournal(ControlTransport transport, String application, String path) {
        this.transport = transport;
        this.application = application;
        this.path = path;
    }

    @Override
    public String application() {
        return application;
    }

    @Override
    public JournalContent read() {
        return call("GET", "", Optional.empty(), JournalReader::content);
    }

    @Override
    public JournalContent readAfter(long sequence, int limit) {
        return call("GET", "?after=" + sequence + "&limit=" + limit, Optional.empty(), JournalReader::content);
    }

    @Override
    public JournalMark mark(String name) {
        return call("POST", "/marks", Optional.of(Json.object().put("name", name)), JournalReader::mark);
    }

    @Override
    public List<Reaction> reactions() {
        return call("GET", "/reactions", Optional.empty(), JournalReader::reactions);
    }

    @Override
    public void forget() {
        call("DELETE", "", Optional.empty(), answer -> answer);
    }

    private <T> T call(String method, String rest, Optional<JsonNode> body, Function<JsonNode, T> read) {
        var answer = transport.call(method, path + rest, body);
        try {
            return read.apply(answer);
        } catch (RuntimeException unreadable) {
            throw new ControlException(
                    "What answers " + method + " " + path + " is not the journal of this version's simulator: "
                            + unreadable,
                    unreadable);
        }
    }
}
