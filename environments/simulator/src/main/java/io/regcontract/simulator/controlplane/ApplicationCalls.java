package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.application.Quota;
import io.regcontract.simulator.flow.FlowDocument;
import io.regcontract.simulator.journal.Journal;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The calls of the control plane about one application: its clock, maintenance, quota, storage, flows, mails and social
 * sign-ins.
 */
final class ApplicationCalls {

    /** Seconds. */
    private static final int LONGEST_SEARCH = 86_400;
    /** Seconds. */
    private static final int LONGEST_SPAN = 1_000_000_000;

    private static final Instant EARLIEST = Instant.EPOCH;
    /** Times are written with four digits of the year, also those that are some way ahead of the clock. */
    private static final Instant LATEST = Instant.parse("9900-01-01T00:00:00Z");

    private final Applications applications;
    private final ApplicationChange changes;

    private final Journal journal;

    ApplicationCalls(Applications applications, ApplicationChange changes, Journal journal) {
        this.applications = applications;
        this.changes = changes;
        this.journal = journal;
    }

    /**
     * Answers a call.
     *
     * @param name of the application
     * @param steps of the path, after the name
     * @throws ControlPlaneException 404 when there is no such application or call, 400 and 409 for what cannot be done
     */
    JsonNode answer(WireRequest request, String name, List<String> steps) {
        var application = applications.find(name).orElseThrow(() -> gone(name));
        var rest = String.join("/", steps);
        var call = request.method() + " " + (rest.startsWith("flows/") ? "flows" : rest);
        return switch (call) {
            case "GET journal" -> journal(application);
            case "DELETE " -> delete(application);
            case "POST clock" -> locked(application, () -> advance(application, ControlRequest.of(request)));
            case "PUT maintenance" -> locked(application, () -> maintain(application, ControlRequest.of(request)));
            case "PUT quota" -> locked(application, () -> limit(application, ControlRequest.of(request)));
            case "DELETE quota" ->
                locked(application, () -> {
                    application.switches().limit(Optional.empty());
                    return Json.object();
                });
            case "GET mails" -> mails(application);
            case "POST social" -> locked(application, () -> signIn(application, ControlRequest.of(request)));
            case "PUT storage" -> locked(application, () -> store(application, ControlRequest.of(request)));
            case "GET flows" ->
                application
                        .flow(flowName(steps))
                        .map(FlowDocument::write)
                        .orElseThrow(() -> new ControlPlaneException(404, "There is no flow " + flowName(steps) + "."));
            case "PUT flows" ->
                locked(application, () -> install(application, flowName(steps), ControlRequest.of(request)));
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private JsonNode journal(Application application) {
        var answer = Json.object();
        var calls = answer.putArray("calls");
        journal.of(application.name()).forEach(call -> {
            var written = calls.addObject()
                    .put("time", call.time().toString())
                    .put("operation", call.operation())
                    .put("clientId", call.clientId().orElse(null));
            call.code().ifPresent(code -> written.put("code", code));
            call.requestToken().ifPresent(token -> written.put("requestToken", token));
        });
        return answer;
    }

    private JsonNode delete(Application application) {
        if (application == applications.defaultApplication()) {
            throw new ControlPlaneException(409, "The default application cannot be deleted; use reset.");
        }
        if (!applications.delete(application)) {
            throw gone(application);
        }
        return Json.object();
    }

    private static JsonNode advance(Application application, ControlRequest request) {
        var span = Duration.ofSeconds(request.whole("advanceSeconds", -LONGEST_SPAN, LONGEST_SPAN));
        var time = application.now().plus(span);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new ControlPlaneException(
                    400, "\"advanceSeconds\" would move the clock out of the years 1970 to 9899, to " + time + ".");
        }
        application.switches().advance(span);
        return Json.object().put("now", application.now().toString());
    }

    private static JsonNode maintain(Application application, ControlRequest request) {
        var groups = EnumSet.noneOf(FeatureGroup.class);
        for (var name : request.array("groups").values()) {
            groups.add(FeatureGroup.named(name.stringValue(""))
                    .orElseThrow(() -> new ControlPlaneException(
                            400,
                            "\"groups\" can hold "
                                    + Arrays.stream(FeatureGroup.values())
                                            .map(FeatureGroup::publicName)
                                            .toList()
                                    + ", not " + Json.write(name) + ".")));
        }
        application.switches().switchOff(groups);
        return Json.object();
    }

    private static JsonNode limit(Application application, ControlRequest request) {
        int calls = (int) request.whole("calls", 0, 1_000_000);
        int perSeconds = (int) request.whole("perSeconds", 1, LONGEST_SPAN);
        application.switches().limit(Optional.of(new Quota.Limit(calls, perSeconds)));
        return Json.object();
    }

    private static JsonNode store(Application application, ControlRequest request) {
        var search = request.has("searchSeconds")
                ? Optional.of(Duration.ofSeconds(request.whole("searchSeconds", 0, LONGEST_SEARCH)))
                : Optional.<Duration>empty();
        application
                .switches()
                .storage(new StorageHealth(request.flag("refuseWrites"), request.flag("failReads"), search));
        return Json.object();
    }

    private static JsonNode mails(Application application) {
        var mails = Json.object();
        var list = mails.putArray("mails");
        application.outbox().all().forEach(mail -> list.addObject()
                .put("to", mail.to())
                .put("kind", mail.kind())
                .put("code", mail.code())
                .put("link", mail.link())
                .put("time", mail.time().toString()));
        return mails;
    }

    private static JsonNode signIn(Application application, ControlRequest request) {
        var identity = application
                .socialIdentities()
                .signIn(request.text("provider"), request.text("identifier"), request.object("profile"));
        return Json.object().put("token", identity.token());
    }

    private static JsonNode install(Application application, String name, ControlRequest request) {
        try {
            var flow = FlowDocument.read(name, request.whole());
            application.install(flow);
            return FlowDocument.write(flow);
        } catch (IllegalArgumentException noFlow) {
            throw new ControlPlaneException(400, "This is no flow: " + noFlow.getMessage() + ".");
        }
    }

    /** Changes an application under its lock; another call may have deleted it while this one waited for the lock. */
    private JsonNode locked(Application application, Supplier<JsonNode> change) {
        return changes.within(application, change).orElseThrow(() -> gone(application));
    }

    private static ControlPlaneException gone(Application application) {
        return gone(application.name());
    }

    private static ControlPlaneException gone(String name) {
        return new ControlPlaneException(404, "There is no application " + name + ".");
    }

    private static String flowName(List<String> steps) {
        return String.join("/", steps.subList(1, steps.size()));
    }
}
