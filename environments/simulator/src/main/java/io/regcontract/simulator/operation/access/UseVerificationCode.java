package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributePath;

/** Stamps the attribute that a verification code was issued for. 416 when the code has expired. */
final class UseVerificationCode extends DeclaredOperation {

    /** The operation under one of its two paths: the documentation has two spellings. */
    UseVerificationCode(String path) {
        super(writing(path, FeatureGroup.ACCESS)
                .takes(Parameter.required("verification_code"))
                .onlyWith()
                .fromEverywhere());
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var tokens = call.application().tokens();
        var code = tokens.verificationCode(call.arguments().text("verification_code"))
                .filter(known -> !known.used())
                .orElseThrow(() -> ArgumentRules.invalid("verification_code", "unknown verification code"));
        if (code.isExpired(call.now())) {
            throw SimulatedErrorCode.VERIFICATION_CODE_EXPIRED.because("verification_code expired");
        }
        var selection = SelectedRecord.of(call, code.record());
        selection
                .book()
                .writeAt(
                        selection.record(),
                        AttributePath.parse(code.attribute()).orElseThrow(),
                        Json.text(DateTimes.seconds(call.now())),
                        true,
                        SimulatedErrorCode.PASSWORD_REUSED);
        tokens.use(code);
        return OperationResult.of("uuid", selection.record().uuid());
    }
}
