package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.token.CreationToken;
import io.regcontract.simulator.token.RecordKey;
import tools.jackson.databind.node.LongNode;

/** Creates a record, for a client or for the bearer of a creation token. 320 when it brings its own id. */
final class CreateRecord extends DeclaredOperation {

    CreateRecord() {
        super(writing("/entity.create", FeatureGroup.ENTITY)
                .takes(
                        Parameter.requiredWithoutToken("type_name"),
                        Parameter.required("attributes").json(),
                        Parameter.optional("include_record").flag(),
                        Parameter.optional("id"),
                        Parameter.optional("uuid"))
                .alsoWith(CredentialForm.CREATION_TOKEN)
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var arguments = call.arguments();
        if (arguments.has("id") || arguments.has("uuid")) {
            throw SimulatedErrorCode.ID_IN_NEW_RECORD.because("a new record cannot bring its own id");
        }
        var records = PermittedRecords.of(call, call.application().entityTypes().records(typeName(call)));
        var record = records.create(arguments.json("attributes"));
        var answer = OperationResult.of("id", LongNode.valueOf(record.id())).with("uuid", record.uuid());
        if (arguments.flag("include_record")) {
            answer = answer.with("result", records.shown(record));
        }
        if (call.caller().creation().isPresent()) {
            var tokens = call.application().tokens();
            var creation = call.caller().creation().get();
            tokens.use(creation);
            var grant = tokens.grant(
                    creation.clientId(), new RecordKey(records.type().name(), record.uuid()));
            answer = answer.with("access_token", tokens.issueAccessToken(grant).value());
        }
        return answer;
    }

    private static String typeName(OperationCall call) {
        var named = call.arguments().find("type_name");
        var allowed = call.caller().creation().map(CreationToken::typeName);
        if (named.isPresent() && allowed.isPresent() && !named.equals(allowed)) {
            throw ArgumentRules.invalid("type_name", "the creation token is for another entity type");
        }
        return named.or(() -> allowed).orElseThrow();
    }
}
