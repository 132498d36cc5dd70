package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;

/**
 * Writes a record, or the value at one path in it: {@code /entity.update} what the value names, {@code
 * /entity.replace} all of it anew.
 */
final class WriteRecord extends DeclaredOperation {

    private final boolean replace;

    private WriteRecord(String path, boolean replace) {
        super(writing(path, FeatureGroup.ENTITY)
                .takes(
                        Parameter.requiredWithoutToken("type_name"),
                        Parameter.optional("attributes").json(),
                        Parameter.optional("value").json(),
                        Parameter.optional("attribute_name").path(),
                        Parameter.optional("include_record").flag())
                .takesSelector()
                .takesTimestamps()
                .conflicting("attributes", "value")
                .alsoWith(CredentialForm.ACCESS_TOKEN)
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS));
        this.replace = replace;
    }

    /** Changes what the value names, and leaves the rest as it is. */
    static WriteRecord updating() {
        return new WriteRecord("/entity.update", false);
    }

    /** What the value does not name becomes empty. */
    static WriteRecord replacing() {
        return new WriteRecord("/entity.replace", true);
    }

    @Override
    public OperationResult perform(OperationCall call) {
        // The value has two names, a newer and an older one, so it is one of them that must be there.
        var value = call.arguments()
                .findJson("attributes")
                .or(() -> call.arguments().findJson("value"))
                .orElseThrow(() -> SimulatedErrorCode.MISSING_ARGUMENT
                        .because("missing required argument: attributes")
                        .with("argument_name", "attributes"));
        var selection = SelectedRecord.of(call).checkTimestamps(call);
        var records = PermittedRecords.of(call, selection.book());
        var at = call.arguments().path("attribute_name");
        var written = replace
                ? records.replace(selection.record(), at, value)
                : records.update(selection.record(), at, value);
        return call.arguments().flag("include_record")
                ? OperationResult.of("result", records.shown(written))
                : OperationResult.ok();
    }
}
