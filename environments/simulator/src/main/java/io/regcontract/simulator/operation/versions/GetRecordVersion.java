package io.regcontract.simulator.operation.versions;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;

/** Gives a record as it was at a time. 310 when it was not there then. */
final class GetRecordVersion implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/versions/entity", FeatureGroup.VERSIONS)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("id").whole(0, Long.MAX_VALUE),
                    Parameter.required("timestamp").time())
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var records = PermittedRecords.named(call);
        var time = call.arguments().time("timestamp", call.now()).orElseThrow();
        return records.asOf(call.arguments().whole("id").orElseThrow(), time)
                .map(record -> Answer.of("result", record))
                .orElseThrow(() -> ErrorCode.RECORD_NOT_FOUND.because("record not found"));
    }
}
