package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.pipeline.Credentials;
import io.regcontract.facade.pipeline.Operation;
import io.regcontract.facade.store.Issued;
import io.regcontract.facade.store.IssuedTokens;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /oauth/token}: an authorization code or a refresh token becomes an access token. */
final class ExchangeToken implements Operation {

    @Override
    public String path() {
        return "/oauth/token";
    }

    @Override
    public String group() {
        return "oauth";
    }

    @Override
    public Credentials credentials() {
        return Credentials.SECRET;
    }

    @Override
    public Set<String> features() {
        return Set.of("owner", "access_issuer", "direct_access", "login_client");
    }

    @Override
    public ObjectNode perform(Call call) {
        return switch (call.arguments().required("grant_type")) {
            case "authorization_code" -> byCode(call);
            case "refresh_token" -> byRefreshToken(call);
            default -> {
                if (!call.arguments().has("code") && !call.arguments().has("refresh_token")) {
                    throw Refusal.missing("code");
                }
                throw Refusal.invalid("grant_type", "it must be authorization_code or refresh_token");
            }
        };
    }

    private static ObjectNode byCode(Call call) {
        var arguments = call.arguments();
        arguments.require("code", "redirect_uri");
        var code = call.application()
                .tokens()
                .find(Issued.Kind.AUTHORIZATION_CODE, arguments.required("code"))
                .orElseThrow(() -> Refusal.invalid("code", "it is unknown"));
        switch (code.state()) {
            case USED -> throw Refusal.invalid("code", "it was used");
            case REVOKED -> throw ApiError.NO_ACCESS_GRANT.because("the access that the code stands for was deleted");
            case FRESH -> {
                // Whether it still is good for this is asked below.
            }
        }
        if (!code.expires().isAfter(call.now())) {
            throw ApiError.AUTHORIZATION_CODE_EXPIRED.because("the authorization code has expired");
        }
        if (!code.detail().equals(arguments.required("redirect_uri"))) {
            throw ApiError.REDIRECT_URI_MISMATCH
                    .because("the code was issued for another redirect address")
                    .with("expected_value", code.detail())
                    .with("supplied_value", arguments.required("redirect_uri"));
        }
        return issued(call, code);
    }

    private static ObjectNode byRefreshToken(Call call) {
        var token = call.application()
                .tokens()
                .find(Issued.Kind.REFRESH_TOKEN, call.arguments().required("refresh_token"))
                .filter(issued -> issued.state() == Issued.State.FRESH)
                .orElseThrow(() -> Refusal.invalid("refresh_token", "it is unknown, or was used"));
        return issued(call, token);
    }

    private static ObjectNode issued(Call call, Issued by) {
        var record = call.type(by.type())
                .byUuid(by.uuid())
                .orElseThrow(() -> ApiError.NO_ACCESS_GRANT.because("the record is gone"));
        var tokens = call.application().tokens();
        tokens.use(by);
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("access_token", tokens.accessToken(by.client(), by.type(), record, call.now()));
        answer.put("refresh_token", tokens.refreshToken(by.client(), by.type(), record, call.now()));
        answer.put("expires_in", IssuedTokens.ACCESS_TOKEN.toSeconds());
        return answer;
    }
}
