package io.regcontract.simulator.control;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Applications;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.application.Quota;
import io.regcontract.simulator.flow.FlowDocument;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.log.ApiLog;
import io.regcontract.simulator.log.LogEntry;
import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Changes the world that the API looks at: makes applications, moves their clocks, switches maintenance, quotas and sick
 * storage, installs flows. It changes no answer and cannot name one. For callers on this machine who know its token.
 */
public final class ControlPlane implements Endpoint {

    /** Where its paths begin. */
    public static final String PREFIX = "/control/v1";

    private static final int LONGEST_SEARCH = 86_400;
    /** Times are written with four digits of the year, also those that are some way ahead of the clock. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9900-01-01T00:00:00Z");
    /** By these names, and no others, this machine calls itself. A page in a browser that got another one for it is no caller. */
    private static final Pattern OWN_HOST =
            Pattern.compile("(?i)(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");

    private static final int LONGEST_JOURNEY = 1_000_000_000;

    private final String token;
    private final Applications applications;
    private final ApiLog log;
    private final Store store;

    public ControlPlane(String token, Applications applications, ApiLog log, Store store) {
        this.token = token;
        this.applications = applications;
        this.log = log;
        this.store = store;
    }

    /** Whether a path is one for the control plane. */
    public static boolean owns(String path) {
        return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        try {
            admit(request);
            return WireAnswer.json(200, kept(request));
        } catch (ControlPlaneException refusal) {
            return WireAnswer.json(refusal.status(), Json.object().put("message", refusal.getMessage()));
        }
    }

    /** All that a call changes is kept before it is told, or nothing. */
    private JsonNode kept(WireRequest request) {
        JsonNode answer;
        Store.PendingCommit keeping;
        var work = store.begin();
        try {
            answer = route(request);
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

    private void admit(WireRequest request) {
        if (!request.caller().isLoopbackAddress()) {
            throw new ControlPlaneException(403, "The control plane answers callers on its own machine only.");
        }
        if (!OWN_HOST.matcher(request.header("Host").orElse("").strip()).matches()) {
            throw new ControlPlaneException(403, "The control plane is called by localhost, 127.0.0.1 or [::1] only.");
        }
        var offered = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8), offered)) {
            throw new ControlPlaneException(401, "Send the header Authorization: Bearer with the control token.");
        }
    }

    private JsonNode route(WireRequest request) {
        var method = request.method();
        var steps = steps(request.path());
        var call = method + " " + String.join("/", steps.subList(0, Math.min(1, steps.size())));
        return switch (call + (steps.size() > 1 ? "/..." : "")) {
            case "GET " -> overview();
            case "POST reset" -> {
                applications.reset();
                log.clear();
                yield Json.object();
            }
            case "POST applications" -> create(ControlRequest.of(request));
            case "GET log/..." -> logged(steps);
            default -> {
                if (steps.size() >= 2 && steps.get(0).equals("applications")) {
                    yield ofApplication(request, steps);
                }
                throw unknown();
            }
        };
    }

    private JsonNode ofApplication(WireRequest request, List<String> steps) {
        var application = applications.find(steps.get(1)).orElseThrow(() -> gone(steps.get(1)));
        var rest = String.join("/", steps.subList(2, steps.size()));
        var call = request.method() + " " + (rest.startsWith("flows/") ? "flows" : rest);
        return switch (call) {
            case "DELETE " -> delete(application);
            case "POST clock" -> locked(application, () -> advance(application, ControlRequest.of(request)));
            case "PUT maintenance" -> locked(application, () -> maintain(application, ControlRequest.of(request)));
            case "PUT quota" -> locked(application, () -> limit(application, ControlRequest.of(request)));
            case "DELETE quota" ->
                locked(application, () -> {
                    application.limit(Optional.empty());
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
            default -> throw unknown();
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
        var span = Duration.ofSeconds(request.whole("advanceSeconds", -LONGEST_JOURNEY, LONGEST_JOURNEY));
        var time = application.now().plus(span);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new ControlPlaneException(
                    400, "\"advanceSeconds\" would move the clock out of the years 1970 to 9899, to " + time + ".");
        }
        application.advance(span);
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
        application.switchOff(groups);
        return Json.object();
    }

    private static JsonNode limit(Application application, ControlRequest request) {
        int calls = (int) request.whole("calls", 0, 1_000_000);
        int perSeconds = (int) request.whole("perSeconds", 1, LONGEST_JOURNEY);
        application.limit(Optional.of(new Quota.Limit(calls, perSeconds)));
        return Json.object();
    }

    private static JsonNode store(Application application, ControlRequest request) {
        var search = request.has("searchSeconds")
                ? Optional.of(Duration.ofSeconds(request.whole("searchSeconds", 0, LONGEST_SEARCH)))
                : Optional.<Duration>empty();
        application.storage(new StorageHealth(request.flag("refuseWrites"), request.flag("failReads"), search));
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

    /** Changes an application that is still there when it can be changed: a call can wait while another one removes it. */
    private JsonNode locked(Application application, Supplier<JsonNode> change) {
        var lock = application.lock().writeLock();
        lock.lock();
        try {
            if (application.isRemoved()) {
                throw gone(application);
            }
            var answer = change.get();
            store.beginCommit();
            return answer;
        } catch (RuntimeException | Error failed) {
            if (store.undo()) {
                application.refresh();
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private static ControlPlaneException gone(Application application) {
        return gone(application.name());
    }

    private static ControlPlaneException gone(String name) {
        return new ControlPlaneException(404, "There is no application " + name + ".");
    }

    private static String flowName(List<String> steps) {
        return String.join("/", steps.subList(3, steps.size()));
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

    private static ControlPlaneException unknown() {
        return new ControlPlaneException(404, "The control plane has no such call.");
    }
}
