package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.token.ApplicationTokens;

/** Issues an authorization code for a record, to the caller or to another client. */
final class GetAuthorizationCode extends DeclaredOperation {

    GetAuthorizationCode() {
        super(writing("/access/getAuthorizationCode", FeatureGroup.ACCESS)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.optional("redirect_uri"),
                        Parameter.optional("transaction_state").jsonObject(),
                        Parameter.optional("lifetime").whole(0, LifetimeArgument.LONGEST),
                        Parameter.optional("for_client_id"))
                .takesSelector()
                .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var tokens = call.application().tokens();
        var grant = TokenRecipient.grant(call);
        var code = tokens.issueAuthorizationCode(
                grant,
                call.arguments().find("redirect_uri"),
                call.arguments().findJson("transaction_state"),
                LifetimeArgument.in(call, ApplicationTokens.AUTHORIZATION_CODE_LIFETIME));
        return OperationResult.of("authorizationCode", code.value());
    }
}
