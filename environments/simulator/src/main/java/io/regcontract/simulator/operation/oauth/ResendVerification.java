package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/**
 * Sends a verification code to an address once more. 210 when no account has it, whatever the flow tells at log-in: the
 * vendor's guide to e-mail verification says so. 540 when the flow has a trigger for accounts that are verified.
 */
final class ResendVerification implements Operation {

    private static final String FORM = "resendVerificationForm";

    private static final Declaration DECLARATION = FlowArguments.declaration("/oauth/verify_email_native")
            .takes(FlowArguments.redirectUri(), Parameter.required("form"))
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var submission = Submission.of(call, FORM);
        var field = submission.fieldOfType("email");
        FormRules.check(submission, call.now());
        var account = Accounts.byAddress(submission.book(), submission.attribute(field), submission.value(field))
                .orElseThrow(() -> submission.refused(
                        ErrorCode.INVALID_CREDENTIALS, "there is no account with this e-mail address"));
        Triggers.raise(submission.flow(), "verify_email", account);
        Mails.verification(call, submission.flow(), account, submission.value(field));
        return Answer.ok();
    }
}
