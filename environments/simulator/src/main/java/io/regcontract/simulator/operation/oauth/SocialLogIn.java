package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.application.SocialIdentity;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;
import java.util.Map;

/**
 * Logs someone in who has signed in at another provider. Without an account: a new one when thin registration is
 * asked for and the provider has said enough (else 310 with what a registration form can be filled with); 380 when
 * another account has the address.
 */
final class SocialLogIn extends DeclaredOperation {

    private static final String FORM = "socialRegistrationForm";

    SocialLogIn() {
        super(FlowArguments.declaration("/oauth/auth_native")
                .takes(
                        FlowArguments.redirectUri(),
                        FlowArguments.responseType(),
                        Parameter.required("token"),
                        Parameter.optional("registration_form"),
                        Parameter.optional("thin_registration").flag(),
                        Parameter.optional("merge_token"),
                        Parameter.optional("refresh_secret")));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var identity = SocialAccounts.identity(call, "token");
        var form = call.arguments().find("registration_form").orElse(FORM);
        var submission = FormSubmission.of(call, FORM, form);
        FlowTriggers.raise(submission.flow(), "auth_native");
        call.application().socialIdentities().present(identity);
        var account = SocialAccounts.holder(submission.flow(), submission.book(), identity);
        if (account.isPresent()) {
            if (call.arguments().has("merge_token")) {
                SocialAccounts.link(call, account.get(), submission.flow(), "merge_token");
            }
            return LogInResult.answer(
                    call, SelectedRecord.of(call, account.get().key()), false);
        }
        refuseTakenAddress(submission, identity);
        if (!call.arguments().flag("thin_registration")) {
            throw notRegistered(submission, identity, "there is no account for this identity");
        }
        try {
            var record = submission.book().create(SocialAccounts.attributes(submission.book(), identity));
            return LogInResult.answer(call, new SelectedRecord(submission.book(), record), true);
        } catch (ApiErrorException refusal) {
            throw notRegistered(
                    submission, identity, "the identity is not enough for an account: " + refusal.description());
        }
    }

    private static void refuseTakenAddress(FormSubmission submission, SocialIdentity identity) {
        var field = submission.fieldOfType("email");
        var address = known(submission, field, identity);
        if (!address.isEmpty()) {
            Accounts.byAddress(submission.book(), submission.attribute(field), address)
                    .ifPresent(other -> {
                        throw Accounts.taken(other);
                    });
        }
    }

    private static ApiErrorException notRegistered(FormSubmission submission, SocialIdentity identity, String message) {
        var known = Json.object();
        submission.fields().entrySet().stream()
                .filter(field -> field.getValue().attribute().isPresent())
                .map(Map.Entry::getKey)
                .forEach(field -> known.put(field, known(submission, field, identity)));
        return SimulatedErrorCode.RECORD_NOT_FOUND
                .because("record not found")
                .with("message", message)
                .with("prereg_fields", known);
    }

    private static String known(FormSubmission submission, String field, SocialIdentity identity) {
        return identity.profile()
                .path(submission.attribute(field).last().name())
                .stringValue("");
    }
}
