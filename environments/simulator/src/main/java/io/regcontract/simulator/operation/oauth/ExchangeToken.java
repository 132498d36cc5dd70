package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.token.ApplicationTokens;
import io.regcontract.simulator.token.AuthorizationCode;
import io.regcontract.simulator.token.Grant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/**
 * Exchanges an authorization code or a refresh token for an access token. Of a code: 200 when it is unknown or used,
 * 413 when its grant was deleted, 415 when it has expired, 420 when it was issued for another redirect URI.
 */
final class ExchangeToken extends DeclaredOperation {

    private static final List<Feature> ISSUERS = List.of(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS);

    ExchangeToken() {
        super(writing("/oauth/token", FeatureGroup.OAUTH)
                .takes(
                        Parameter.required("grant_type"),
                        Parameter.optional("code"),
                        Parameter.optional("redirect_uri"),
                        Parameter.optional("refresh_token"))
                .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS, Feature.LOGIN_CLIENT));
    }

    /** A login client may exchange what was issued to it, as the vendor's guides do, and is otherwise not permitted. */
    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.arguments().text("grant_type");
        return switch (type) {
            case "authorization_code" -> ofCode(call);
            case "refresh_token" -> ofRefreshToken(call);
            default ->
                throw SimulatedErrorCode.INVALID_ARGUMENT
                        .because("invalid grant_type: " + type)
                        .with("argument_name", "grant_type");
        };
    }

    private static OperationResult ofCode(OperationCall call) {
        var tokens = call.application().tokens();
        var code = tokens.authorizationCode(required(call, "code"))
                .filter(known -> mayExchange(call, known.grant()))
                .orElseThrow(() -> refused(call, "authorization_code"));
        if (code.used()) {
            throw notValid("authorization_code");
        }
        if (!tokens.stands(code.grant())) {
            throw SimulatedErrorCode.NO_ACCESS_GRANT.because(
                    "the access grant of the authorization code has been deleted");
        }
        if (code.isExpired(call.now())) {
            throw SimulatedErrorCode.AUTHORIZATION_CODE_EXPIRED.because("authorization_code expired");
        }
        checkRedirectUri(call, code);
        tokens.use(code);
        return issued(call, code.grant(), code.transactionState());
    }

    private static OperationResult ofRefreshToken(OperationCall call) {
        var value = required(call, "refresh_token");
        var tokens = call.application().tokens();
        var token = tokens.refreshToken(value)
                .filter(known -> mayExchange(call, known.grant()))
                .flatMap(known -> tokens.useRefreshToken(value))
                .orElseThrow(() -> refused(call, "refresh_token"));
        return issued(call, token.grant(), Optional.empty());
    }

    private static OperationResult issued(OperationCall call, Grant grant, Optional<JsonNode> transactionState) {
        var tokens = call.application().tokens();
        var answer = OperationResult.of(
                        "access_token", tokens.issueAccessToken(grant).value())
                .with("refresh_token", tokens.issueRefreshToken(grant).value())
                .with("expires_in", LongNode.valueOf(ApplicationTokens.ACCESS_TOKEN_LIFETIME.toSeconds()));
        return transactionState
                .map(state -> answer.with("transaction_state", state))
                .orElse(answer);
    }

    private static void checkRedirectUri(OperationCall call, AuthorizationCode code) {
        if (code.redirectUri().isEmpty()) {
            return;
        }
        var supplied = required(call, "redirect_uri");
        if (!code.redirectUri().get().equals(supplied)) {
            throw SimulatedErrorCode.REDIRECT_URI_MISMATCH
                    .because("the redirect_uri is not the one that the authorization code was issued for")
                    .with("expected_value", code.redirectUri().get())
                    .with("supplied_value", supplied);
        }
    }

    /** What was issued to a client is for that client, and for those that administer the application. */
    private static boolean mayExchange(OperationCall call, Grant grant) {
        return grant.clientId().equals(call.client().id())
                || call.client().features().contains(Feature.OWNER);
    }

    private static String required(OperationCall call, String argument) {
        return call.arguments().find(argument).orElseThrow(() -> SimulatedErrorCode.MISSING_ARGUMENT
                .because("missing required argument: " + argument)
                .with("argument_name", argument));
    }

    private static ApiErrorException refused(OperationCall call, String argument) {
        if (!call.client().hasAny(ISSUERS)) {
            return SimulatedErrorCode.CLIENT_PERMISSION_ERROR.because(
                    "the provided client does not have authorization for this action");
        }
        return notValid(argument);
    }

    private static ApiErrorException notValid(String argument) {
        return SimulatedErrorCode.INVALID_ARGUMENT
                .because(argument + " is not valid")
                .with("argument_name", argument);
    }
}
