package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;
import java.time.Duration;

/**
 * Logs someone in with address and password. 212, 211 and 213 where the flow tells what was wrong, 210 where it does
 * not; 390 after too many attempts, before anything else is looked at.
 */
final class LogIn extends DeclaredOperation {

    private static final String FORM = "signInForm";
    private static final long USUAL_ATTEMPTS = 6;
    private static final long USUAL_SPAN_SECONDS = 60;

    LogIn() {
        super(FlowArguments.declaration("/oauth/auth_native_traditional")
                .takes(
                        FlowArguments.redirectUri(),
                        FlowArguments.responseType(),
                        Parameter.required("form"),
                        Parameter.optional("merge_token"),
                        Parameter.optional("refresh_secret")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var submission = FormSubmission.of(call, FORM);
        var addressField = submission.fieldOfType("email");
        var passwordField = submission.fieldOfType("password");
        FormRules.check(submission, call.now());
        var account = Accounts.byAddress(
                        submission.book(), submission.attribute(addressField), submission.value(addressField))
                .orElseThrow(() -> failed(
                        submission,
                        SimulatedErrorCode.NO_SUCH_ACCOUNT,
                        "there is no account with this e-mail address"));
        throttle(call, submission, account);
        FlowTriggers.raise(submission.flow(), "auth_native_traditional", account);
        var password = Accounts.password(account, submission.attribute(passwordField))
                .orElseThrow(() -> failed(
                        submission,
                        SimulatedErrorCode.NO_PASSWORD,
                        "this account has no password, only a social log-in"));
        if (!call.application().passwords().matches(password, submission.value(passwordField))) {
            throw failed(submission, SimulatedErrorCode.PASSWORD_INCORRECT, "the password is incorrect");
        }
        if (call.arguments().has("merge_token")) {
            SocialAccounts.link(call, account, submission.flow(), "merge_token");
        }
        return LogInResult.answer(call, SelectedRecord.of(call, account.key()), false);
    }

    private static void throttle(OperationCall call, FormSubmission submission, SelectedRecord account) {
        var settings = call.application().settings();
        var client = call.client().id();
        boolean admitted = call.application()
                .logInAttempts()
                .admits(
                        account.key().typeName() + " " + account.key().uuid(),
                        settings.effectiveNumber(client, "login_attempts").orElse(USUAL_ATTEMPTS),
                        Duration.ofSeconds(settings.effectiveNumber(client, "login_attempts_threshold")
                                .orElse(USUAL_SPAN_SECONDS)),
                        call.now());
        if (!admitted) {
            throw submission.refused(
                    SimulatedErrorCode.INVALID_FORM_FIELDS, "Too many attempts. Please try again later.");
        }
    }

    private static ApiErrorException failed(FormSubmission submission, SimulatedErrorCode code, String message) {
        return submission.flow().tells()
                ? submission.refused(code, message)
                : submission.refused(
                        SimulatedErrorCode.INVALID_CREDENTIALS, "the e-mail address or the password is incorrect");
    }
}
