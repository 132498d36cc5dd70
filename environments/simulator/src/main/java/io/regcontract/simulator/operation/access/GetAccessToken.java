package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Issues an access token for a record, to the caller or to another client. */
final class GetAccessToken extends DeclaredOperation {

    GetAccessToken() {
        super(writing("/access/getAccessToken", FeatureGroup.ACCESS)
                .takes(Parameter.required("type_name"), Parameter.optional("for_client_id"))
                .takesSelector()
                .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var tokens = call.application().tokens();
        var grant = TokenRecipient.grant(call);
        return OperationResult.of("accessToken", tokens.issueAccessToken(grant).value());
    }
}
