package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.token.ApplicationTokens;

/**
 * Issues a code that stamps a dateTime attribute of a record with the time of its use: 223 where the caller may not
 * write the attribute, and the errors of its use where it could never be used.
 */
final class GetVerificationCode extends DeclaredOperation {

    GetVerificationCode() {
        super(writing("/access/getVerificationCode", FeatureGroup.ACCESS)
                .takes(
                        Parameter.requiredWithoutToken("type_name"),
                        Parameter.required("attribute_name").path(),
                        Parameter.optional("lifetime").whole(0, LifetimeArgument.LONGEST))
                .takesSelector()
                .alsoWith(CredentialForm.ACCESS_TOKEN)
                .fromEverywhere()
                .forFeatures(Feature.OWNER, Feature.ACCESS_ISSUER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var selection = SelectedRecord.of(call);
        var path = call.arguments().path("attribute_name").orElseThrow();
        var definition = PermittedRecords.of(call, selection.book()).writable(path);
        if (definition.type() != AttributeType.DATE_TIME) {
            throw ArgumentRules.invalid("attribute_name", "a verification code needs a dateTime attribute");
        }
        selection.book().rehearse(selection.record(), path, Json.text(DateTimes.seconds(call.now())));
        var code = call.application()
                .tokens()
                .issueVerificationCode(
                        selection.key(),
                        path.toString(),
                        LifetimeArgument.in(call, ApplicationTokens.VERIFICATION_CODE_LIFETIME));
        return OperationResult.of("verification_code", code.value());
    }
}
