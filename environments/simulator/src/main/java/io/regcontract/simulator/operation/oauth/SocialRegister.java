package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/**
 * Makes an account from a form for someone who has signed in at another provider. 200 when the application was not
 * shown the token before, 361 when an account has the identity, 390 when the form is not right, 380 when the address
 * is taken.
 */
final class SocialRegister extends DeclaredOperation {

    private static final String FORM = "socialRegistrationForm";

    SocialRegister() {
        super(FlowArguments.declaration("/oauth/register_native")
                .takes(
                        FlowArguments.redirectUri(),
                        FlowArguments.responseType(),
                        Parameter.required("token"),
                        Parameter.required("form"),
                        Parameter.optional("refresh_secret"))
                .calledAs("registration attempts"));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var identity = SocialAccounts.identity(call, "token");
        if (!identity.presented()) {
            throw ArgumentRules.invalid("token", "it was not presented to /oauth/auth_native before");
        }
        var submission = FormSubmission.of(call, FORM);
        FormRules.check(submission, call.now());
        FlowTriggers.raise(submission.flow(), "register_native");
        if (SocialAccounts.holder(submission.flow(), submission.book(), identity)
                .isPresent()) {
            throw SocialAccounts.taken();
        }
        Accounts.refuseTakenBySocial(submission);
        return Register.account(
                call,
                submission,
                attributes -> attributes.set(SocialAccounts.PROFILES, SocialAccounts.element(identity)));
    }
}
