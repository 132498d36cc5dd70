package io.regcontract.simulator.control.journal.json;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.CallFailure;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.MetError;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.SearchPage;
import io.regcontract.simulator.json.Json;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Writes journals as JSON. */
public final class JournalWriter {

    private JournalWriter() {}

    /** A journal. */
    public static ObjectNode write(JournalContent content) {
        var written = Json.object().put("application", content.application());
        var operations = written.putArray("operations");
        content.operations().forEach(operation -> operations.add(write(operation)));
        var errors = written.putArray("errors");
        content.errors().forEach(error -> errors.add(write(error)));
        var calls = written.putArray("calls");
        content.calls().forEach(call -> calls.add(write(call)));
        var marks = written.putArray("marks");
        content.marks().forEach(mark -> marks.add(write(mark)));
        return written.put("last", content.last()).put("more", content.more()).put("forgotten", content.forgotten());
    }

    /** A call. */
    public static ObjectNode write(JournalCall call) {
        var written = Json.object()
                .put("sequence", call.sequence())
                .put("time", call.time().toString())
                .put("begunNanos", call.begunNanos())
                .put("tookNanos", call.tookNanos())
                .put("operation", call.operation());
        call.clientId().ifPresent(id -> written.put("clientId", id));
        written.put("writes", call.writes());
        call.failure().ifPresent(failure -> written.set("failure", write(failure)));
        call.fault()
                .ifPresent(fault ->
                        written.putObject("fault").put("name", fault.name()).put("performed", fault.performed()));
        if (!call.failedElements().isEmpty()) {
            call.failedElements().forEach(written.putArray("failedElements")::add);
        }
        if (!call.drills().isEmpty()) {
            var drills = written.putArray("drills");
            call.drills().forEach(drill -> drills.add(write(drill)));
        }
        if (!call.ids().isEmpty()) {
            var ids = written.putArray("ids");
            call.ids().forEach(id -> ids.addObject()
                    .put("parameter", id.parameter())
                    .put("value", id.value())
                    .put("isNothing", id.isNothing()));
        }
        if (!call.bounds().isEmpty()) {
            var bounds = written.putArray("bounds");
            call.bounds().forEach(bound -> bounds.addObject()
                    .put("attribute", bound.attribute())
                    .put("comparison", bound.comparison())
                    .put("value", bound.value()));
        }
        call.page().ifPresent(page -> written.set("page", write(page)));
        return written.put("fingerprint", HexFormat.of().toHexDigits(call.fingerprint()))
                .put("repeated", call.repeated())
                .put("repeatedUntilNanos", call.repeatedUntilNanos());
    }

    /** A mark. */
    public static ObjectNode write(JournalMark mark) {
        var written = Json.object()
                .put("sequence", mark.sequence())
                .put("time", mark.time().toString())
                .put("begunNanos", mark.begunNanos())
                .put("kind", mark.kind().publicName())
                .put("name", mark.name());
        mark.drill().ifPresent(drill -> written.set("drill", write(drill)));
        return written;
    }

    /** What callers did after errors. */
    public static ObjectNode write(String application, List<Reaction> reactions) {
        var written = Json.object().put("application", application);
        var all = written.putArray("reactions");
        reactions.forEach(reaction -> all.add(write(reaction)));
        return written;
    }

    private static ObjectNode write(Reaction reaction) {
        var written = Json.object()
                .put("rule", reaction.rule())
                .put("verdict", reaction.verdict().publicName())
                .put("sentence", reaction.sentence());
        reaction.code().ifPresent(code -> written.put("code", code));
        var calls = written.putArray("calls");
        for (var call : reaction.calls()) {
            var evidence = calls.addObject()
                    .put("sequence", call.sequence())
                    .put("time", call.time().toString())
                    .put("operation", call.operation());
            call.code().ifPresent(code -> evidence.put("code", code));
        }
        return written;
    }

    private static ObjectNode write(CalledOperation operation) {
        var written = Json.object().put("operation", operation.operation());
        operation.clientId().ifPresent(id -> written.put("clientId", id));
        return written.put("calls", operation.calls()).put("failures", operation.failures());
    }

    private static ObjectNode write(MetError error) {
        var written = Json.object().put("operation", error.operation());
        error.clientId().ifPresent(id -> written.put("clientId", id));
        written.put("code", error.code())
                .put("error", error.error())
                .put("times", error.times())
                .put("first", error.first().toString())
                .put("last", error.last().toString());
        error.requestToken().ifPresent(token -> written.put("requestToken", token));
        written.putObject("causes")
                .put("drill", error.byDrill())
                .put("world", error.byWorld())
                .put("caller", error.byCaller());
        return written;
    }

    private static ObjectNode write(CallFailure failure) {
        return Json.object()
                .put("code", failure.code())
                .put("error", failure.error())
                .put("requestToken", failure.requestToken())
                .put("cause", failure.cause().publicName());
    }

    private static ObjectNode write(ActiveDrill drill) {
        var written = Json.object().put("id", drill.id()).put("name", drill.name());
        drill.code().ifPresent(code -> written.put("code", code));
        return written;
    }

    private static ObjectNode write(SearchPage page) {
        var written = Json.object();
        page.maxResults().ifPresent(most -> written.put("maxResults", most));
        written.put("firstResult", page.firstResult());
        page.results().ifPresent(count -> written.put("results", count));
        page.reached().ifPresent(time -> written.put("reached", time.toString()));
        return written.put("full", page.isFull());
    }
}
