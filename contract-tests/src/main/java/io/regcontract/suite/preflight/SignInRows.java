package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Dialect;
import io.regcontract.environment.Profile;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.transport.LenientCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Which dialect the service speaks and whether its sign-in flow exists. For each there is a harmless call and a row
 * that is read from its answer.
 */
final class SignInRows {

    /** What a flow answers to a person it does not know. */
    private static final Set<Integer> TURNED_AWAY = Set.of(210, 211, 212, 213, 390);

    /** The operation of the call that looks at the flow. */
    static final String FLOW_OPERATION = "/oauth/auth_native_traditional";

    private final Profile profile;
    private final AnswerText text;

    SignInRows(Profile profile, AnswerText text) {
        this.profile = profile;
        this.text = text;
    }

    /** Whether the errors are those of the profile's dialect. */
    PreflightRow dialect(Optional<Answer> answer) {
        var detected = answer.flatMap(found -> Arrays.stream(Dialect.values())
                .filter(dialect -> found.text(tokenField(dialect)).isPresent())
                .findFirst());
        if (answer.isEmpty() || detected.isEmpty()) {
            return PreflightRow.note(
                    "dialect",
                    answer.map(found -> "an answer to nobody has no token: " + text.of(found))
                            .orElse("no answer to a call without credentials"));
        }
        var spoken = detected.get();
        return spoken == profile.dialect()
                ? PreflightRow.holds("dialect", spoken.word() + ": errors carry " + tokenField(spoken))
                : PreflightRow.fails(
                        "dialect",
                        "errors carry " + tokenField(spoken) + ", as the " + spoken.word() + " dialect has it",
                        "Write dialect: " + spoken.word() + ".");
    }

    private static String tokenField(Dialect dialect) {
        return dialect == Dialect.DOCUMENTED ? "request_token" : "request_id";
    }

    /**
     * A log-in of an unknown person: if the flow exists, it refuses.
     *
     * @param unknownEmail an e-mail address of no account
     */
    Call flowCall(String unknownEmail) {
        var signIn = profile.signIn();
        var call = Call.to(
                        FLOW_OPERATION,
                        new Credential.ClientIdOnly(
                                profile.credentials().orElseThrow().loginClientId()))
                .with("flow", signIn.flow())
                .with("locale", signIn.locale())
                .with("redirect_uri", "https://client.example.com/return")
                .with("response_type", "token")
                .with("form", "signInForm")
                .with("signInEmailAddress", unknownEmail)
                .with("currentPassword", "not-the-password");
        return signIn.flowVersion()
                .map(version -> call.with("flow_version", version))
                .orElse(call);
    }

    /** Whether the flow exists and refuses people it does not know. */
    PreflightRow flow(Optional<Answer> answer) {
        var named = profile.signIn().flow() + " in " + profile.signIn().locale();
        return answer.map(found -> TURNED_AWAY.contains(LenientCode.of(found))
                        ? PreflightRow.holds("flow", named + " turns away whom it does not know")
                        : PreflightRow.fails(
                                "flow",
                                named + " does not turn away whom it does not know: " + text.of(found),
                                "See flow, flow-version and locale under sign-in, and the login client's settings"
                                        + " default_flow_name and default_flow_version."))
                .orElseGet(
                        () -> PreflightRow.fails("flow", "no answer to a log-in", "Look whether the service is well."));
    }
}
