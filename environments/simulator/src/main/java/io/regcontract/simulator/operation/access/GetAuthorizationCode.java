package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Rights;
import io.regcontract.simulator.operation.Selection;
import io.regcontract.simulator.token.Tokens;

/** Issues an authorization code for a record, to the caller or to another client. */
final class GetAuthorizationCode implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/access/getAuthorizationCode", FeatureGroup.ACCESS)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.optional("redirect_uri"),
                    Parameter.optional("transaction_state").jsonObject(),
                    Parameter.optional("lifetime").whole(0, Lifetime.LONGEST),
                    Parameter.optional("for_client_id"))
            .takesSelector()
            .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var tokens = call.application().tokens();
        var key = Selection.of(call).key();
        var grant = tokens.grant(
                Recipient.in(call, key.typeName(), Rights::ofPerson).id(), key);
        var code = tokens.issueAuthorizationCode(
                grant,
                call.arguments().find("redirect_uri"),
                call.arguments().findJson("transaction_state"),
                Lifetime.in(call, Tokens.AUTHORIZATION_CODE_LIFETIME));
        return Answer.of("authorizationCode", code.value());
    }
}
