package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/**
 * Sends a verification code to an address once more. 210 when no account has it, whatever the flow tells at log-in: the
 * vendor's guide to e-mail verification says so. 540 when the flow has a trigger for accounts that are verified.
 */
final class ResendVerification extends DeclaredOperation {

    private static final String FORM = "resendVerificationForm";

    ResendVerification() {
        super(FlowArguments.declaration("/oauth/verify_email_native")
                .takes(FlowArguments.redirectUri(), Parameter.required("form")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var submission = FormSubmission.of(call, FORM);
        var account = Accounts.addressed(submission, call.now(), SimulatedErrorCode.INVALID_CREDENTIALS);
        FlowTriggers.raise(submission.flow(), "verify_email", account);
        MailSender.verification(call, submission.flow(), account, submission.value(submission.fieldOfType("email")));
        return OperationResult.ok();
    }
}
