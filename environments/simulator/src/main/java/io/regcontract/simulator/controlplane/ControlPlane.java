package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.drill.Drills;
import io.regcontract.simulator.drill.catalogue.DrillCatalogue;
import io.regcontract.simulator.journal.Journals;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.log.ApiLog;
import io.regcontract.simulator.log.LogEntry;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Changes the state behind the API: makes and deletes applications, resets all of them, and shows the log. What is
 * about one application is {@link ApplicationCalls}. It cannot name an answer of the API. Who may call it
 * over HTTP is decided by {@link ControlAccess}.
 */
public final class ControlPlane implements Endpoint {

    /** Where its paths begin. */
    public static final String PREFIX = "/control/v1";

    private final Applications applications;
    private final ApiLog log;
    private final Store store;
    private final DrillCalls drillCalls;
    private final JournalCalls journalCalls;
    private final ApplicationCalls calls;
    private final Supplier<Optional<String>> faultBeforeReset;

    /**
     * The control plane of these applications.
     *
     * @param faultBeforeReset why there can be no reset now, as a sentence without its full stop
     */
    public ControlPlane(
            Applications applications,
            ApiLog log,
            Store store,
            DrillCatalogue catalogue,
            Drills drills,
            Journals journals,
            Supplier<Optional<String>> faultBeforeReset) {
        this.faultBeforeReset = faultBeforeReset;
        this.applications = applications;
        this.log = log;
        this.store = store;
        this.journalCalls = new JournalCalls(applications, journals);
        this.drillCalls = new DrillCalls(applications, catalogue, drills, new ApplicationChange(store));
        this.calls = new ApplicationCalls(applications, new ApplicationChange(store));
    }

    /** Whether a path is one for the control plane. */
    public static boolean owns(String path) {
        return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        try {
            return WireAnswer.json(200, answered(request, steps(request.path())));
        } catch (ControlPlaneException refusal) {
            return refusal.answer();
        }
    }

    /** Drills change applications in pieces of work of their own, which must not begin within another one. */
    private JsonNode answered(WireRequest request, List<String> steps) {
        if (steps.size() >= 3
                && steps.get(0).equals("applications")
                && steps.get(2).equals("drills")) {
            return drillCalls.answer(request, steps.get(1), steps.subList(3, steps.size()));
        }
        if (steps.size() >= 3
                && steps.get(0).equals("applications")
                && steps.get(2).equals("journal")) {
            return journalCalls.answer(request, steps.get(1), steps.subList(3, steps.size()));
        }
        if (request.method().equals("POST") && steps.equals(List.of("reset"))) {
            faultBeforeReset.get().ifPresent(fault -> {
                throw new ControlPlaneException(
                        409,
                        "A reset takes the files of the start again, and " + fault
                                + ". Nothing was changed: put the file right, or start the simulator without it.");
            });
        }
        drillCalls.beforeChange(request.method(), steps);
        var answer = kept(request, steps);
        journalCalls.afterChange(request.method(), steps);
        return answer;
    }

    /** Keeps all that a call changes before it is answered, or nothing. */
    private JsonNode kept(WireRequest request, List<String> steps) {
        JsonNode answer;
        Store.PendingCommit keeping;
        var work = store.begin();
        try {
            answer = route(request, steps);
            keeping = store.beginCommit();
        } catch (RuntimeException | Error failed) {
            if (store.undo()) {
                applications.reconcile();
            }
            throw failed;
        } finally {
            work.close();
        }
        keeping.await();
        return answer;
    }

    private JsonNode route(WireRequest request, List<String> steps) {
        var method = request.method();
        var call = method + " " + String.join("/", steps.subList(0, Math.min(1, steps.size())));
        return switch (call + (steps.size() > 1 ? "/..." : "")) {
            case "GET " -> overview();
            case "GET capabilities" -> Capabilities.answer();
            case "POST reset" -> {
                applications.reset();
                log.clear();
                yield Json.object();
            }
            case "POST applications" -> create(ControlRequest.of(request));
            case "GET log/..." -> logged(steps);
            default -> {
                if (steps.size() >= 2 && steps.get(0).equals("applications")) {
                    yield calls.answer(request, steps.get(1), steps.subList(2, steps.size()));
                }
                throw ControlPlaneException.unknownCall();
            }
        };
    }

    private JsonNode overview() {
        var overview = Json.object();
        overview.set(
                "applications",
                Json.array(applications.all().stream().map(Application::name).toList()));
        overview.put("now", applications.clock().instant().toString());
        overview.put("registrationSuffix", applications.suffix());
        return overview;
    }

    private JsonNode create(ControlRequest request) {
        var name = request.has("name") ? Optional.of(request.text("name")) : Optional.<String>empty();
        if (name.isPresent() && !Applications.isName(name.get())) {
            throw new ControlPlaneException(
                    400, "\"name\" must be 1 to 63 letters, digits, - or _, with a letter or digit at both ends.");
        }
        var founded = applications
                .create(name)
                .orElseThrow(() -> new ControlPlaneException(409, "There is an application of that name already."));
        return Json.object()
                .put("name", founded.application().name())
                .put("id", founded.application().name())
                .put("host", founded.application().host())
                .put("ownerClientId", founded.ownerClientId())
                .put("ownerClientSecret", founded.ownerClientSecret())
                .put("loginClientId", founded.loginClientId());
    }

    private JsonNode logged(List<String> steps) {
        return Optional.of(steps)
                .filter(path -> path.size() == 2)
                .flatMap(path -> log.find(path.get(1)))
                .map(ControlPlane::written)
                .orElseThrow(() -> new ControlPlaneException(404, "No failed call is known under this request token."));
    }

    private static JsonNode written(LogEntry entry) {
        return Json.object()
                .put("requestToken", entry.requestToken())
                .put("application", entry.application().orElse(null))
                .put("operation", entry.operation())
                .put("clientId", entry.clientId().orElse(null))
                .put("code", entry.code())
                .put("error", entry.error())
                .put("time", entry.time().toString())
                .put("httpStatus", entry.httpStatus())
                .put("host", entry.host());
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.substring(PREFIX.length()).split("/"))
                .filter(step -> !step.isEmpty())
                .map(ControlPlane::decoded)
                .toList();
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new ControlPlaneException(400, "The path is not valid percent-encoded UTF-8.");
        }
    }
}
