package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;

/**
 * Makes an account from a form for someone who has signed in at another provider. 200 when the application was not shown
 * the token before, 361 when an account has the identity, 390 when the form is not right, 380 when the address is taken.
 */
final class SocialRegister implements Operation {

    private static final String FORM = "socialRegistrationForm";

    private static final Declaration DECLARATION = FlowArguments.declaration("/oauth/register_native")
            .takes(
                    FlowArguments.redirectUri(),
                    FlowArguments.responseType(),
                    Parameter.required("token"),
                    Parameter.required("form"),
                    Parameter.optional("refresh_secret"))
            .calledAs("registration attempts")
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var identity = SocialAccounts.identity(call, "token");
        if (!identity.presented()) {
            throw ArgumentRules.invalid("token", "it was not presented to /oauth/auth_native before");
        }
        var submission = Submission.of(call, FORM);
        FormRules.check(submission, call.now());
        Triggers.raise(submission.flow(), "register_native");
        if (SocialAccounts.holder(submission.flow(), submission.book(), identity)
                .isPresent()) {
            throw SocialAccounts.taken();
        }
        Accounts.refuseTakenBySocial(submission);
        try {
            var attributes = submission.attributes();
            attributes.set(SocialAccounts.PROFILES, SocialAccounts.element(identity));
            var record = submission.book().create(attributes);
            return SignedIn.answer(call, new Selection(submission.book(), record), true);
        } catch (Refusal refusal) {
            throw Register.asFormFault(submission, refusal);
        }
    }
}
