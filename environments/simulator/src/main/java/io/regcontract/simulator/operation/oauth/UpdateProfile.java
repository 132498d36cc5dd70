package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;

/**
 * Changes the record of the bearer of an access token by a form; fields that were not sent stay as they are. 214 for a
 * password that the history forbids.
 */
final class UpdateProfile extends DeclaredOperation {

    private static final String FORM = "editProfileForm";

    UpdateProfile() {
        super(FlowArguments.declaration("/oauth/update_profile_native")
                // Two programs in use call it token, and nothing documents that.
                .takes(
                        Parameter.required("form"),
                        Parameter.required("access_token").orNamed("token")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var token = Authenticator.token(call.arguments().text("access_token"), call.application());
        var submission = FormSubmission.of(call, FORM);
        var account = SelectedRecord.of(call, token);
        if (account.book() != submission.book()) {
            throw FormSubmission.wrong(submission.flow(), "it is about another entity type than the access token");
        }
        FormRules.checkSent(submission, call.now());
        FlowTriggers.raise(submission.flow(), "update_profile", account);
        checkCurrentPassword(call, submission, account);
        Accounts.refuseTaken(submission, account);
        try {
            account.book().update(account.record(), submission.attributes(), SimulatedErrorCode.PASSWORD_UNACCEPTABLE);
        } catch (ApiErrorException refusal) {
            throw Register.asFormFault(submission, refusal);
        }
        return OperationResult.ok();
    }

    private static void checkCurrentPassword(OperationCall call, FormSubmission submission, SelectedRecord account) {
        var field = FormRules.CURRENT_PASSWORD;
        if (submission.values().containsKey(field)
                && Accounts.password(account, submission.attribute(field))
                        .filter(stored -> call.application().passwords().matches(stored, submission.value(field)))
                        .isEmpty()) {
            throw FormRules.refused(field, "The password is incorrect.");
        }
    }
}
