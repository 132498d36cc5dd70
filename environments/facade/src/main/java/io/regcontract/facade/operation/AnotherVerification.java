package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.IssuedTokens;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/verify_email_native}: a person is sent another code that verifies the address. */
final class AnotherVerification extends FormOperation {

    AnotherVerification() {
        super("/oauth/verify_email_native");
    }

    @Override
    ObjectNode perform(Call call, Flow flow, Form form, Map<String, String> filledIn) {
        var address = filledIn.getOrDefault("signInEmailAddress", "");
        var person = flow.people()
                .byEmail(address)
                .orElseThrow(() -> ApiError.INVALID_CREDENTIALS.because("no account has this address"));
        if (person.values().hasNonNull("emailVerified")) {
            flow.trigger("verify_email", "verified");
        }
        var code = call.application()
                .tokens()
                .verificationCode(
                        call.client().orElseThrow().id(),
                        flow.people().name(),
                        person,
                        "emailVerified",
                        call.now().plus(IssuedTokens.VERIFICATION_CODE));
        call.application().mails().add(new Application.Mail(address, "email-verification", code, call.now()));
        return JsonNodeFactory.instance.objectNode();
    }
}
