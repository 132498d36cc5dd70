package io.regcontract.facade.operation;

import io.regcontract.facade.Fault;
import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.store.PasswordHash;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/auth_native_traditional}: a person signs in with address and password. */
final class LogIn extends FormOperation {

    private static final String TOO_MANY = "Too many attempts. Please try again later.";

    LogIn() {
        super("/oauth/auth_native_traditional");
    }

    @Override
    void judgeArguments(Call call) {
        judgeResponseType(call);
        if (call.arguments().has("merge_token")) {
            throw Refusal.invalid("merge_token", "it was never issued");
        }
    }

    @Override
    ObjectNode perform(Call call, Flow flow, Form form, Map<String, String> filledIn) {
        var address = filledIn.getOrDefault("signInEmailAddress", "");
        if (!call.application().countLogIn(address.toLowerCase(Locale.ROOT))) {
            throw Form.invalid(Map.of(form.name(), List.of(TOO_MANY))).with("message", TOO_MANY);
        }
        var person = flow.people().byEmail(address).orElseThrow(() -> unknown(call, flow));
        var password = person.values().path("password");
        if (!password.isObject()) {
            throw flow.tells() ? ApiError.NO_PASSWORD.because("the account has no password") : hidden();
        }
        if (!PasswordHash.matches(filledIn.getOrDefault("currentPassword", ""), password)) {
            throw flow.tells() ? ApiError.PASSWORD_INCORRECT.because("the password is wrong") : hidden();
        }
        return signedIn(call, flow, person, false);
    }

    private static Refusal unknown(Call call, Flow flow) {
        if (!flow.tells()) {
            return hidden();
        }
        return call.does(Fault.UNKNOWN_ADDRESS_IS_A_WRONG_PASSWORD)
                ? ApiError.PASSWORD_INCORRECT.because("the password is wrong")
                : ApiError.NO_SUCH_ACCOUNT.because("no account has this address");
    }

    private static Refusal hidden() {
        return ApiError.INVALID_CREDENTIALS.because("address or password is wrong");
    }
}
