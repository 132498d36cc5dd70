package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/**
 * Sends a code with which a new password can be set. 212 when no account has the address; 540 when the flow has a trigger for accounts
 * that only have a social log-in.
 */
final class ForgotPassword implements Operation {

    private static final String FORM = "forgotPasswordForm";
    private static final String STEP = "forgot_password";

    private static final Declaration DECLARATION = FlowArguments.declaration("/oauth/forgot_password_native")
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
                .orElseThrow(() ->
                        submission.refused(ErrorCode.NO_SUCH_ACCOUNT, "there is no account with this e-mail address"));
        Triggers.raise(submission.flow(), STEP, account);
        Mails.recovery(call, account, submission.value(field));
        return Answer.ok();
    }
}
