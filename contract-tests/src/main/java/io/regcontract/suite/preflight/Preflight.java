package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.ErrorCode;
import io.regcontract.environment.Capability;
import io.regcontract.environment.Credentials;
import io.regcontract.environment.Dialect;
import io.regcontract.environment.EnvironmentGuard;
import io.regcontract.environment.Marker;
import io.regcontract.environment.Profile;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TimedAnswer;
import io.regcontract.suite.transport.TransportException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import tools.jackson.databind.JsonNode;

/**
 * Looks at an environment, a few calls in all. The first call reads the marker: an application without it is left alone
 * from then on.
 */
public final class Preflight {

    /** A clock that is further off is worth a word: it is in every date of every answer. */
    private static final Duration NOTABLE = Duration.ofSeconds(5);

    /** Beyond this skew, certificates and lifetimes cannot be judged. */
    private static final Duration TOO_FAR = Duration.ofMinutes(15);

    /** What a flow answers to somebody it does not know. */
    private static final Set<Integer> TURNED_AWAY = Set.of(210, 211, 212, 213, 390);

    private static final List<String> REMAINING =
            List.of("RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining");

    private final Profile profile;
    private final EnvironmentGuard guard;
    private final ServiceClient http;
    private final Redactor redactor;
    private final String stranger;
    private final long calls;
    private final List<PreflightRow> rows = new ArrayList<>();

    /**
     * @param profile with an address
     * @param http way to the service
     * @param stranger an e-mail address that nobody has
     * @param calls how many calls the run is going to make, as far as it is known
     */
    public Preflight(Profile profile, ServiceClient http, Redactor redactor, String stranger, long calls) {
        this.profile = profile;
        this.guard = new EnvironmentGuard(profile);
        this.http = http;
        this.redactor = redactor;
        this.stranger = stranger;
        this.calls = calls;
    }

    /** Looks at everything that can be looked at. */
    public PreflightTable look() {
        rows.clear();
        var first = reachable();
        first.ifPresent(answered -> {
            rows.add(marker(answered.answer()));
            rows.add(clock(answered));
            rows.add(quota(answered.answer()));
        });
        if (rows.stream().anyMatch(PreflightRow::failed)) {
            List.of("owner", "login", "dialect", "flow")
                    .forEach(name -> rows.add(PreflightRow.skipped(name, "not looked at, for what fails above")));
            return table();
        }
        var listed = silent(() -> send(Call.to("/clients/list", owner())).answer());
        rows.add(owner(listed));
        var login = login(listed);
        rows.add(login);
        rows.add(dialect());
        rows.add(login.failed() ? PreflightRow.skipped("flow", "not looked at without the login client") : flow());
        return table();
    }

    private PreflightTable table() {
        return new PreflightTable(profile.name(), http.baseAddress().toString(), rows);
    }

    /**
     * The first call reads the marker. Without a marker it reads another setting, which is the least intrusive call
     * there is.
     */
    private Optional<TimedAnswer> reachable() {
        var setting = profile.safeguards().marker().map(Marker::setting).orElse("default_flow_name");
        try {
            var answered = send(Call.to("/settings/get", owner()).with("key", setting));
            rows.add(PreflightRow.holds("reachable", http.baseAddress() + " answers"));
            rows.add(
                    http.baseAddress().getScheme().equalsIgnoreCase("https")
                            ? PreflightRow.holds("tls", "its certificate is trusted and bears its name")
                            : PreflightRow.skipped("tls", "not used on this machine"));
            return Optional.of(answered);
        } catch (TransportException e) {
            if (causedBy(e, SSLException.class)) {
                rows.add(PreflightRow.holds("reachable", http.baseAddress() + " can be connected to"));
                rows.add(PreflightRow.fails(
                        "tls",
                        redactor.redact(String.valueOf(e.getMessage())),
                        "If the service has a certificate of your own authority, name it under certificates; otherwise"
                                + " have it mended. docs/profile.md tells more."));
            } else {
                rows.add(PreflightRow.fails(
                        "reachable",
                        redactor.redact(String.valueOf(e.getMessage())),
                        "Look at base-address, and whether a proxy or firewall stands between."));
            }
            return Optional.empty();
        }
    }

    private PreflightRow marker(Answer answer) {
        if (profile.safeguards().marker().isEmpty()) {
            return PreflightRow.skipped("marker", "none is asked for in a simulator");
        }
        if (answer.isSuccess()) {
            var found = answer.text("result").filter(value -> !value.isEmpty());
            return guard.checkMarker(found)
                    .map(refusal -> PreflightRow.fails("marker", refusal.what(), refusal.remedy()))
                    .orElseGet(() -> PreflightRow.holds("marker", "the application is the one that is meant"));
        }
        return PreflightRow.fails(
                "marker",
                "the setting cannot be read: " + words(answer),
                "The owner client has to be allowed to read settings; see the id and the secret under"
                        + " credentials.owner.");
    }

    private static PreflightRow clock(TimedAnswer answered) {
        var date = answered.answer().header("Date");
        if (date.isEmpty()) {
            return PreflightRow.skipped("clock", "the service sends no Date");
        }
        try {
            var theirs = ZonedDateTime.parse(date.get().strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            // A Date has no fractions, and was written at some time while we waited.
            var early = Duration.between(theirs.plusMillis(999), answered.sent());
            var late = Duration.between(answered.received(), theirs);
            var off = early.compareTo(late) > 0 ? early : late;
            if (off.compareTo(NOTABLE) <= 0) {
                return PreflightRow.holds("clock", "the service's clock is ours");
            }
            var words = "the service's clock is " + off.toSeconds() + " s " + (off.equals(late) ? "ahead" : "behind");
            return off.compareTo(TOO_FAR) > 0
                    ? PreflightRow.fails(
                            "clock", words, "Set this machine's clock; if it is right, tell the service's owner.")
                    : PreflightRow.note("clock", words);
        } catch (DateTimeException unreadable) {
            return PreflightRow.note("clock", "the service's Date cannot be read");
        }
    }

    private PreflightRow quota(Answer answer) {
        var told = REMAINING.stream()
                .flatMap(name -> answer.header(name).stream())
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::parseLong)
                .findFirst();
        if (told.isEmpty()) {
            return PreflightRow.skipped("quota", "the service does not tell what is left");
        }
        return told.get() == 0
                ? PreflightRow.fails("quota", "no call is left", "Wait until the service's limit begins anew.")
                : PreflightRow.note(
                        "quota",
                        told.get() + " calls are left for now"
                                + (calls > 0 ? ", the run makes " + calls : "")
                                + (profile.capabilities().contains(Capability.LIMIT)
                                        ? "; at its end it goes on until none is left (budgets.calls-to-the-limit)"
                                        : ""));
    }

    private PreflightRow owner(Optional<Answer> listed) {
        if (listed.isEmpty()) {
            return PreflightRow.fails("owner", "no answer to /clients/list", "Look whether the service is well.");
        }
        var answer = listed.get();
        if (clients(answer).isEmpty()) {
            return PreflightRow.fails(
                    "owner",
                    "the owner client may not list the clients: " + words(answer),
                    "See the id and the secret under credentials.owner; the client needs the owner feature, and an allow"
                            + " list that holds this machine's address.");
        }
        return client(answer, credentials().ownerClientId())
                .map(client -> features(client).contains("owner")
                        ? PreflightRow.holds("owner", "is known and has the owner feature")
                        : PreflightRow.fails(
                                "owner",
                                "lacks the owner feature (has " + String.join(", ", features(client)) + ")",
                                "Give it the feature, or name another client under credentials.owner."))
                .orElseGet(() -> PreflightRow.fails(
                        "owner",
                        "is not among the application's clients",
                        "See application and credentials.owner: they belong to different applications."));
    }

    private PreflightRow login(Optional<Answer> listed) {
        var answer = listed.filter(found -> !clients(found).isEmpty());
        if (answer.isEmpty()) {
            return PreflightRow.skipped("login", "the clients could not be listed");
        }
        return client(answer.get(), credentials().loginClientId())
                .map(client -> features(client).contains("login_client")
                        ? PreflightRow.holds("login", "is known and has the login_client feature")
                        : PreflightRow.fails(
                                "login",
                                "lacks the login_client feature (has " + String.join(", ", features(client)) + ")",
                                "Give it the feature, or name another client under credentials.login."))
                .orElseGet(() -> PreflightRow.fails(
                        "login",
                        "the service has no client of this id",
                        "See the id under credentials.login; it has to be of the same application as the owner."));
    }

    /** Detects the dialect from the answer to a call without credentials, which is harmless. */
    private PreflightRow dialect() {
        var answer = silent(
                () -> send(Call.to("/clients/list", new Credential.None())).answer());
        var named = answer.flatMap(found -> Arrays.stream(Dialect.values())
                .filter(dialect -> found.text(tokenField(dialect)).isPresent())
                .findFirst());
        if (answer.isEmpty() || named.isEmpty()) {
            return PreflightRow.note(
                    "dialect",
                    answer.map(found -> "an answer to nobody has no token: " + words(found))
                            .orElse("no answer to a call without credentials"));
        }
        return named.get() == profile.dialect()
                ? PreflightRow.holds("dialect", profile.dialect().word() + ": errors carry " + tokenField(named.get()))
                : PreflightRow.fails(
                        "dialect",
                        "errors carry " + tokenField(named.get()) + ", as the "
                                + named.get().word() + " dialect has it",
                        "Write dialect: " + named.get().word() + ".");
    }

    private static String tokenField(Dialect dialect) {
        return dialect == Dialect.DOCUMENTED ? "request_token" : "request_id";
    }

    /** Tries to sign in as an unknown person. If the flow exists, it refuses. */
    private PreflightRow flow() {
        if (guard.readOnly()) {
            return PreflightRow.skipped("flow", "not looked at in production: it would be a log-in");
        }
        var signIn = profile.signIn();
        var named = signIn.flow() + " in " + signIn.locale();
        var call = Call.to(
                        "/oauth/auth_native_traditional",
                        new Credential.ClientIdOnly(credentials().loginClientId()))
                .with("flow", signIn.flow())
                .with("locale", signIn.locale())
                .with("redirect_uri", "https://client.example.com/return")
                .with("response_type", "token")
                .with("form", "signInForm")
                .with("signInEmailAddress", stranger)
                .with("currentPassword", "not-the-password");
        var versioned = signIn.flowVersion()
                .map(version -> call.with("flow_version", version))
                .orElse(call);
        return silent(() -> send(versioned).answer())
                .map(answer -> TURNED_AWAY.contains(code(answer))
                        ? PreflightRow.holds("flow", named + " turns away whom it does not know")
                        : PreflightRow.fails(
                                "flow",
                                named + " does not turn away whom it does not know: " + words(answer),
                                "See flow, flow-version and locale under sign-in, and the login client's settings"
                                        + " default_flow_name and default_flow_version."))
                .orElseGet(
                        () -> PreflightRow.fails("flow", "no answer to a log-in", "Look whether the service is well."));
    }

    private TimedAnswer send(Call call) {
        return http.send(call, Exchange.Role.SET_UP, exchange -> {});
    }

    private static Optional<Answer> silent(Supplier<Answer> call) {
        try {
            return Optional.of(call.get());
        } catch (TransportException noAnswer) {
            return Optional.empty();
        }
    }

    private Credential owner() {
        return new Credential.Basic(
                credentials().ownerClientId(), credentials().ownerClientSecret().reveal());
    }

    private Credentials credentials() {
        return profile.credentials().orElseThrow();
    }

    private static List<JsonNode> clients(Answer answer) {
        return answer.isSuccess() && answer.json() instanceof Body.Json json
                ? json.root().path("results").valueStream().toList()
                : List.of();
    }

    private static Optional<JsonNode> client(Answer answer, String id) {
        return clients(answer).stream()
                .filter(client -> id.equals(client.path("client_id").asString("")))
                .findFirst();
    }

    private static List<String> features(JsonNode client) {
        return client.path("features")
                .valueStream()
                .map(feature -> feature.asString(""))
                .toList();
    }

    private static int code(Answer answer) {
        return answer.json() instanceof Body.Json json
                ? json.root().path("code").asInt(0)
                : 0;
    }

    private String words(Answer answer) {
        return Answer.bounded(redactor.redact(
                code(answer) == 0
                        ? "it answers HTTP " + answer.status()
                        : "it answers " + code(answer) + " "
                                + answer.text("error").orElse("")
                                + (code(answer) == ErrorCode.API_FEATURE_DISABLED.code()
                                        ? ": this group of operations is off for maintenance"
                                        : "")));
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
