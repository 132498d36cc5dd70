package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/**
 * Sends a code with which a new password can be set. 212 when no account has the address; 540 when the flow has a trigger for accounts
 * that only have a social log-in.
 */
final class ForgotPassword implements Operation {

    private static final String FORM = "forgotPasswordForm";
    private static final String STEP = "forgot_password";

    private static final OperationDeclaration DECLARATION = FlowArguments.declaration("/oauth/forgot_password_native")
            .takes(FlowArguments.redirectUri(), Parameter.required("form"))
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var submission = FormSubmission.of(call, FORM);
        var field = submission.fieldOfType("email");
        FormRules.check(submission, call.now());
        var account = Accounts.byAddress(submission.book(), submission.attribute(field), submission.value(field))
                .orElseThrow(() -> submission.refused(
                        SimulatedErrorCode.NO_SUCH_ACCOUNT, "there is no account with this e-mail address"));
        FlowTriggers.raise(submission.flow(), STEP, account);
        MailSender.recovery(call, account, submission.value(field));
        return OperationResult.ok();
    }
}
