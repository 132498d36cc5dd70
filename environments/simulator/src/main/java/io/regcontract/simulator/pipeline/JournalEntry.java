package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.CallFault;
import io.regcontract.simulator.credential.ApiRequest;
import io.regcontract.simulator.drill.ArmedDrill;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.journal.AnsweredCall;
import io.regcontract.simulator.journal.Journals;
import io.regcontract.simulator.log.LogEntry;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.render.RenderedAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Tells the journal about one call. */
final class JournalEntry {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ASCENDING = Pattern.compile("\\s*\\[\\s*\"/?lastUpdated\"");
    private static final String FIRST_PAGE = "first_result";

    private final Journals journals;
    private final Applications applications;
    private final long begun;

    private JournalEntry(Journals journals, Applications applications) {
        this.journals = journals;
        this.applications = applications;
        this.begun = journals.nanos();
    }

    /** A call begins. */
    static JournalEntry begin(Journals journals, Applications applications) {
        return new JournalEntry(journals, applications);
    }

    /**
     * The call was answered.
     *
     * @param drilled the drills that had changed the application for it
     */
    void answered(ApiRequest request, Operation operation, CallTrace trace, Outcome outcome, List<ArmedDrill> drilled) {
        // A drill knows which application a call is for, also where it has made that, or the client, impossible to
        // find; what is for no application is told to the default one.
        var application = drilled.isEmpty()
                ? trace.found.orElseGet(applications::defaultApplication)
                : drilled.get(0).application();
        var declaration = operation.declaration();
        journals.add(new AnsweredCall(
                applications.clock().instant(),
                begun,
                journals.nanos() - begun,
                application.name(),
                declaration.path(),
                declaration.writes(),
                declaration.arguments().takes(FIRST_PAGE),
                trace.clientId.or(() -> trace.callerId),
                outcome.failure()
                        .map(entry -> new AnsweredCall.Failure(entry.code(), entry.error(), entry.requestToken())),
                outcome.fault()
                        .map(fault -> new CallFault(fault.name(), fault.fault().reachesService())),
                failedElements(outcome),
                drilled.isEmpty()
                        ? List.of()
                        : drilled.stream().map(JournalEntry::active).toList(),
                request.parameters(),
                trace.accessToken,
                results(outcome.rendered()),
                reached(request, outcome.rendered()),
                namesUnissuedId(request, application, outcome)));
    }

    private static ActiveDrill active(ArmedDrill drill) {
        return new ActiveDrill(
                drill.id(), drill.description().name(), drill.description().code());
    }

    private static OptionalInt results(RenderedAnswer rendered) {
        var count = rendered.body().map(body -> body.path("result_count"));
        return count.filter(JsonNode::isInt).isPresent()
                ? OptionalInt.of(count.get().intValue())
                : OptionalInt.empty();
    }

    private static Optional<String> reached(ApiRequest request, RenderedAnswer rendered) {
        return request.parameters()
                .given("sort_on")
                .filter(order -> ASCENDING.matcher(order).lookingAt())
                .flatMap(unused -> rendered.body())
                .map(body -> body.path("results"))
                .map(results -> results.path(results.size() - 1))
                .flatMap(last -> last.path("lastUpdated").stringValueOpt());
    }

    /** An element that failed has its error as the dialect writes it. */
    private static List<AnsweredCall.Failure> failedElements(Outcome outcome) {
        return outcome.failedElements().isEmpty()
                ? List.of()
                : outcome.failedElements().stream()
                        .filter(element -> element.field()
                                .equals(outcome.failedElements().get(0).field()))
                        .map(element -> outcome.rendered()
                                .body()
                                .orElseThrow()
                                .path(element.field())
                                .path(element.index()))
                        .map(error -> new AnsweredCall.Failure(
                                error.path("code").asInt(), error.path("error").asString(""), ""))
                        .toList();
    }

    /** The versions of a record are kept when it is deleted: an id without any was never given to one. */
    private static boolean namesUnissuedId(ApiRequest request, Application application, Outcome outcome) {
        if (outcome.failure().filter(JournalEntry::isAboutNoRecord).isEmpty()) {
            return false;
        }
        var id = request.parameters().given("id").filter(text -> WHOLE.matcher(text)
                .matches());
        var records = request.parameters().given("type_name").flatMap(application.entityTypes()::find);
        return id.isPresent() && records.isPresent() && !records.get().wasGiven(Long.parseLong(id.get()));
    }

    private static boolean isAboutNoRecord(LogEntry failure) {
        return failure.code() == SimulatedErrorCode.RECORD_NOT_FOUND.number();
    }
}
