package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;

/**
 * Changes the record of the bearer of an access token by a form; fields that were not sent stay as they are. 214 for a
 * password that the history forbids.
 */
final class UpdateProfile implements Operation {

    private static final String FORM = "editProfileForm";

    private static final Declaration DECLARATION = FlowArguments.declaration("/oauth/update_profile_native")
            // Two programs in use call it token, and nothing documents that.
            .takes(
                    Parameter.required("form"),
                    Parameter.required("access_token").orNamed("token"))
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var token = Authenticator.token(call.arguments().text("access_token"), call.application());
        var submission = Submission.of(call, FORM);
        var account = Selection.of(call, token);
        if (account.book() != submission.book()) {
            throw Submission.wrong(submission.flow(), "it is about another entity type than the access token");
        }
        FormRules.checkSent(submission, call.now());
        Triggers.raise(submission.flow(), "update_profile", account);
        checkCurrentPassword(call, submission, account);
        Accounts.refuseTaken(submission, account);
        try {
            account.book().update(account.record(), submission.attributes(), ErrorCode.PASSWORD_UNACCEPTABLE);
        } catch (Refusal refusal) {
            throw Register.asFormFault(submission, refusal);
        }
        return Answer.ok();
    }

    private static void checkCurrentPassword(Call call, Submission submission, Selection account) {
        var field = FormRules.CURRENT_PASSWORD;
        if (submission.values().containsKey(field)
                && Accounts.password(account, submission.attribute(field))
                        .filter(stored -> call.application().passwords().matches(stored, submission.value(field)))
                        .isEmpty()) {
            throw FormRules.refused(field, "The password is incorrect.");
        }
    }
}
