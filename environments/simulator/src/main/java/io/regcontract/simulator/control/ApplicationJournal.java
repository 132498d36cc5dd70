package io.regcontract.simulator.control;

import io.regcontract.simulator.control.call.ControlPath;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.json.JournalReader;
import io.regcontract.simulator.json.Json;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The journal of one application, in terms of calls to the control plane. */
final class ApplicationJournal implements Journal {

    private final ControlPath path;
    private final String application;

    /** @param path of the journal */
    ApplicationJournal(ControlPath path, String application) {
        this.path = path;
        this.application = application;
    }

    @Override
    public String application() {
        return application;
    }

    @Override
    public JournalContent read() {
        return read("GET", path::get, JournalReader::content);
    }

    @Override
    public JournalContent readAfter(long sequence, int limit) {
        return read(
                "GET",
                path.with("after", String.valueOf(sequence)).with("limit", String.valueOf(limit))::get,
                JournalReader::content);
    }

    @Override
    public JournalMark mark(String name) {
        return read("POST", () -> path.at("marks").post(Json.object().put("name", name)), JournalReader::mark);
    }

    @Override
    public List<Reaction> reactions() {
        return read("GET", path.at("reactions")::get, JournalReader::reactions);
    }

    @Override
    public void forget() {
        path.delete();
    }

    private <T> T read(String method, Supplier<JsonNode> call, Function<JsonNode, T> read) {
        var answer = call.get();
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
