package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;

/** Moves an element of a plural from the record that has it to another one. 310 when record or element is not there. */
final class AdoptElement extends DeclaredOperation {

    AdoptElement() {
        super(writing("/entity.adopt", FeatureGroup.ENTITY)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("id").whole(0, Long.MAX_VALUE),
                        Parameter.required("attribute_name").path(),
                        Parameter.required("child_id").whole(0, Long.MAX_VALUE))
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var path = call.arguments().path("attribute_name").orElseThrow();
        var parent = SelectedRecord.of(call);
        var book = parent.book();
        var records = PermittedRecords.of(call, book);
        if (book.type().definition(path).type() != AttributeType.PLURAL) {
            throw ArgumentRules.invalid("attribute_name", "only elements of a plural can be adopted");
        }
        records.writable(path);
        var childId = call.arguments().whole("child_id").orElseThrow();
        var child = AttributePath.parse(path + "#" + childId)
                .orElseThrow(
                        () -> ArgumentRules.invalid("attribute_name", "must be a plural and not one of its elements"));
        var holder = records.holder(child)
                .orElseThrow(() -> SimulatedErrorCode.RECORD_NOT_FOUND.because("plural element not found: " + child));
        if (!holder.uuid().equals(parent.record().uuid())) {
            records.moveElement(holder, child, parent.record(), path);
        }
        return OperationResult.ok();
    }
}
