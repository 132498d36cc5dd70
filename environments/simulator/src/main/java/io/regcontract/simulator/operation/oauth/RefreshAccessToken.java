package io.regcontract.simulator.operation.oauth;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.Authenticator;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.credential.Signature;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.time.Duration;

/**
 * Gives an app a new access token for one that may have expired: the app signs the request with the refresh secret that
 * it handed over at log-in. 200 for an unknown token, 402 for a wrong signature or a date too far from now.
 */
final class RefreshAccessToken extends DeclaredOperation {

    RefreshAccessToken() {
        super(writing("/oauth/refresh_access_token", FeatureGroup.OAUTH)
                .takes(
                        Parameter.required("client_id"),
                        Parameter.required("access_token"),
                        Parameter.required("signature"),
                        Parameter.required("date").time(),
                        Parameter.optional("locale"))
                .onlyWith(CredentialForm.CLIENT_ID)
                .forFeatures(Feature.LOGIN_CLIENT)
                .fromEverywhere()
                .asForm());
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var arguments = call.arguments();
        var tokens = call.application().tokens();
        var token = tokens.accessToken(arguments.text("access_token"))
                .filter(known -> known.grant().clientId().equals(call.client().id()))
                .orElseThrow(() -> SimulatedErrorCode.INVALID_ARGUMENT
                        .because("unknown access token")
                        .with("argument_name", "access_token")
                        .in(ErrorCause.UNKNOWN_ACCESS_TOKEN));
        var date = arguments.text("date");
        var isSigned = tokens.refreshSecret(token.grant())
                .map(secret -> Signature.of("refresh_access_token\n" + date + "\n" + token.value() + "\n", secret))
                .filter(signature -> Signature.isSame(signature, arguments.text("signature")))
                .isPresent();
        if (!isSigned) {
            throw SimulatedErrorCode.INVALID_CLIENT_CREDENTIALS.because("the signature is not that of this request");
        }
        var signed = arguments.time("date", call.now()).orElseThrow();
        if (Duration.between(signed, call.now()).abs().compareTo(Authenticator.DEFAULT_SKEW) > 0) {
            throw SimulatedErrorCode.INVALID_CLIENT_CREDENTIALS.because(
                    "the date is too far from the time of the service");
        }
        return OperationResult.of(
                "access_token", tokens.issueAccessToken(token.grant()).value());
    }
}
