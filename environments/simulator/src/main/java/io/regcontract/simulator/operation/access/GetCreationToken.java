package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.Rights;
import io.regcontract.simulator.token.ApplicationTokens;

/** Issues a token that allows its bearer to create one record. */
final class GetCreationToken extends DeclaredOperation {

    GetCreationToken() {
        super(writing("/access/getCreationToken", FeatureGroup.ACCESS)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.optional("lifetime").whole(0, LifetimeArgument.LONGEST),
                        Parameter.optional("for_client_id"))
                .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var typeName = call.entityType().name();
        var token = call.application()
                .tokens()
                .issueCreationToken(
                        TokenRecipient.in(call, typeName, Rights::ofCreation).id(),
                        typeName,
                        LifetimeArgument.in(call, ApplicationTokens.CREATION_TOKEN_LIFETIME));
        return OperationResult.of("creation_token", token.value());
    }
}
