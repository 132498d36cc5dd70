package io.regcontract.simulator.operation.versions;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;

/** Gives a record as it was at a time. 310 when it was not there then. */
final class GetRecordVersion extends DeclaredOperation {

    GetRecordVersion() {
        super(reading("/versions/entity", FeatureGroup.VERSIONS)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("id").whole(0, Long.MAX_VALUE),
                        Parameter.required("timestamp").time())
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var records = PermittedRecords.named(call);
        var time = call.arguments().time("timestamp", call.now()).orElseThrow();
        return records.asOf(call.arguments().whole("id").orElseThrow(), time)
                .map(record -> OperationResult.of("result", record))
                .orElseThrow(() -> SimulatedErrorCode.RECORD_NOT_FOUND.because("record not found"));
    }
}
