package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.store.Application;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/forgot_password_native}: a person is sent a code that leads to a new password. */
final class ForgottenPassword extends FormOperation {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    ForgottenPassword() {
        super("/oauth/forgot_password_native");
    }

    @Override
    ObjectNode perform(Call call, Flow flow, Form form, Map<String, String> filledIn) {
        var address = filledIn.getOrDefault("signInEmailAddress", "");
        var person = flow.people().byEmail(address).orElseThrow(() -> ApiError.NO_SUCH_ACCOUNT
                .because("no account has this address")
                .withInvalidFields(Map.of(form.name(), List.of("No account has this address."))));
        if (!person.values().path("password").isObject()) {
            flow.trigger("forgot_password", "social-only");
        }
        var code = call.application()
                .tokens()
                .authorizationCode(
                        call.client().orElseThrow().id(),
                        flow.people().name(),
                        person,
                        call.arguments().required("redirect_uri"),
                        call.now().plus(LIFETIME));
        call.application().mails().add(new Application.Mail(address, "password-recovery", code, call.now()));
        return JsonNodeFactory.instance.objectNode();
    }
}
