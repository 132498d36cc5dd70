package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.write.RecordWriter;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/register_native_traditional}: a person registers with address and password. */
final class Registration extends FormOperation {

    Registration() {
        super("/oauth/register_native_traditional");
    }

    @Override
    void judgeArguments(Call call) {
        judgeResponseType(call);
    }

    @Override
    ObjectNode perform(Call call, Flow flow, Form form, Map<String, String> filledIn) {
        flow.people().byEmail(filledIn.getOrDefault("emailAddress", "")).ifPresent(there -> {
            var provider =
                    there.values().path("profiles").path(0).path("domain").asString("");
            throw ApiError.EMAIL_ADDRESS_IN_USE
                    .because("another account has this address")
                    .with(
                            "existing_provider",
                            there.values().path("password").isObject() || provider.isEmpty() ? "capture" : provider);
        });
        if (call.application().writesFail()) {
            throw ApiError.ERROR_CREATING_RECORD.because("the record could not be stored");
        }
        var person = new RecordWriter(flow.people(), call.now()).create(form.attributes(filledIn));
        return signedIn(call, flow, person, true);
    }
}
