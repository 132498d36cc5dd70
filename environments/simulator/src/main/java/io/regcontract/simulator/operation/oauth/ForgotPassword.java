package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/**
 * Sends a code with which a new password can be set. 212 when no account has the address; 540 when the flow has a
 * trigger for accounts that only have a social log-in.
 */
final class ForgotPassword extends DeclaredOperation {

    private static final String FORM = "forgotPasswordForm";
    private static final String STEP = "forgot_password";

    ForgotPassword() {
        super(FlowArguments.declaration("/oauth/forgot_password_native")
                .takes(FlowArguments.redirectUri(), Parameter.required("form")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var submission = FormSubmission.of(call, FORM);
        var account = Accounts.addressed(submission, call.now(), SimulatedErrorCode.NO_SUCH_ACCOUNT);
        FlowTriggers.raise(submission.flow(), STEP, account);
        MailSender.recovery(call, account, submission.value(submission.fieldOfType("email")));
        return OperationResult.ok();
    }
}
