package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/**
 * Sends a verification code to an address once more. 210 when no account has it, whatever the flow tells at log-in: the
 * vendor's guide to e-mail verification says so. 540 when the flow has a trigger for accounts that are verified.
 */
final class ResendVerification implements Operation {

    private static final String FORM = "resendVerificationForm";

    private static final OperationDeclaration DECLARATION = FlowArguments.declaration("/oauth/verify_email_native")
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
                        SimulatedErrorCode.INVALID_CREDENTIALS, "there is no account with this e-mail address"));
        FlowTriggers.raise(submission.flow(), "verify_email", account);
        MailSender.verification(call, submission.flow(), account, submission.value(field));
        return OperationResult.ok();
    }
}
