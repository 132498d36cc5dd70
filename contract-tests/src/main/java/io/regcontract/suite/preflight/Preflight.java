package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Profile;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TimedAnswer;
import io.regcontract.suite.transport.TransportException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Examines an environment with a few calls that change nothing. The first call reads the marker; an application without
 * it is sent nothing more.
 */
public final class Preflight {

    private final Profile profile;
    private final ServiceClient http;
    private final Redactor redactor;
    private final Application application;
    private final String unknownEmail;
    private final long calls;
    private final MarkerLook look;

    /**
     * @param profile with an address and credentials
     * @param http sends the calls
     * @param unknownEmail an e-mail address of no account
     * @param calls how many calls the run is going to make; 0 if that is not known
     */
    public Preflight(Profile profile, ServiceClient http, Redactor redactor, String unknownEmail, long calls) {
        this.profile = profile;
        this.application = Application.of(profile);
        this.http = http;
        this.redactor = redactor;
        this.unknownEmail = unknownEmail;
        this.calls = calls;
        this.look = new MarkerLook(profile, http, redactor, Clock.systemUTC());
    }

    /** Makes the calls and reports what they tell. What depends on a failed row is skipped. */
    public PreflightTable examine() {
        var rows = new ArrayList<PreflightRow>();
        var text = new AnswerText(redactor);
        var service = new ServiceRows(profile, text);
        reach(rows).ifPresent(answered -> {
            rows.add(service.marker(answered.answer(), look));
            rows.add(ServiceRows.clock(answered));
            rows.add(service.quota(answered.answer(), calls));
        });
        if (rows.stream().anyMatch(PreflightRow::failed)) {
            List.of("owner", "login", "dialect", "flow")
                    .forEach(name -> rows.add(PreflightRow.skipped(name, "not looked at, for what fails above")));
        } else {
            var login = clients(rows, text);
            var signIn = new SignInRows(profile, text);
            rows.add(signIn.dialect(answer(MarkerLook.withoutCredentials(profile))));
            rows.add(
                    !profile.operations().holds(SignInRows.FLOW_OPERATION)
                            ? outOfScope("flow", SignInRows.FLOW_OPERATION)
                            : login.failed()
                                    ? PreflightRow.skipped("flow", "not looked at without the login client")
                                    : flow(signIn));
        }
        return new PreflightTable(profile.name(), http.baseAddress().toString(), rows);
    }

    /** The rows of the two clients; the last of them. */
    private PreflightRow clients(List<PreflightRow> rows, AnswerText text) {
        var list = "/clients/list";
        if (!profile.operations().holds(list)) {
            rows.add(outOfScope("owner", list));
            var login = outOfScope("login", list);
            rows.add(login);
            return login;
        }
        var clients = new ClientRows(application, answer(Call.to(list, application.owner())), text);
        rows.add(clients.owner());
        var login = clients.login();
        rows.add(login);
        return login;
    }

    private static PreflightRow outOfScope(String row, String operation) {
        return PreflightRow.skipped(row, operation + " is out of scope");
    }

    /**
     * Reads the marker, and adds the rows on the connection. Without a marker it reads another setting, which is the
     * least intrusive call there is.
     */
    private Optional<TimedAnswer> reach(List<PreflightRow> rows) {
        try {
            var answered = look.look();
            rows.add(PreflightRow.holds("reachable", http.baseAddress() + " answers"));
            rows.add(
                    http.baseAddress().getScheme().equalsIgnoreCase("https")
                            ? PreflightRow.holds("tls", "its certificate is trusted and bears its name")
                            : PreflightRow.skipped("tls", "not used on this machine"));
            return Optional.of(answered);
        } catch (TransportException e) {
            var found = redactor.redact(String.valueOf(e.getMessage()));
            if (causedBy(e, SSLException.class)) {
                rows.add(PreflightRow.holds("reachable", http.baseAddress() + " can be connected to"));
                rows.add(PreflightRow.fails(
                        "tls",
                        found,
                        "If the service has a certificate of your own authority, name it under certificates; otherwise"
                                + " have it mended. docs/profile.md tells more."));
            } else {
                rows.add(PreflightRow.fails(
                        "reachable", found, "Look at base-address, and whether a proxy or firewall stands between."));
            }
            return Optional.empty();
        }
    }

    private PreflightRow flow(SignInRows signIn) {
        return new EnvironmentGuard(profile).readOnly()
                ? PreflightRow.skipped("flow", "not looked at in production: it would be a log-in")
                : signIn.flow(answer(signIn.flowCall(unknownEmail)));
    }

    private Optional<Answer> answer(Call call) {
        try {
            return Optional.of(send(call).answer());
        } catch (TransportException noAnswer) {
            return Optional.empty();
        }
    }

    private TimedAnswer send(Call call) {
        return http.send(call, Exchange.Role.SET_UP, exchange -> {});
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
