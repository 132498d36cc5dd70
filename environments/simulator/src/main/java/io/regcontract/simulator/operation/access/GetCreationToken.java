package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Rights;
import io.regcontract.simulator.token.Tokens;

/** Issues a token that allows its bearer to create one record. */
final class GetCreationToken implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/access/getCreationToken", FeatureGroup.ACCESS)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.optional("lifetime").whole(0, Lifetime.LONGEST),
                    Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var typeName = call.application()
                .records(call.arguments().text("type_name"))
                .type()
                .name();
        var token = call.application()
                .tokens()
                .issueCreationToken(
                        Recipient.in(call, typeName, Rights::ofCreation).id(),
                        typeName,
                        Lifetime.in(call, Tokens.CREATION_TOKEN_LIFETIME));
        return Answer.of("creation_token", token.value());
    }
}
