package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.DateTimes;

/** Stamps the attribute that a verification code was issued for. 416 when the code has expired. */
final class UseVerificationCode implements Operation {

    private final Declaration declaration;

    /** The operation under one of its two paths: the documentation has two spellings. */
    UseVerificationCode(String path) {
        declaration = Declaration.writing(path, FeatureGroup.ACCESS)
                .takes(Parameter.required("verification_code"))
                .onlyWith()
                .fromEverywhere()
                .build();
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Answer perform(Call call) {
        var tokens = call.application().tokens();
        var code = tokens.verificationCode(call.arguments().text("verification_code"))
                .filter(known -> !known.used())
                .orElseThrow(() -> ArgumentRules.invalid("verification_code", "unknown verification code"));
        if (code.isExpired(call.now())) {
            throw ErrorCode.VERIFICATION_CODE_EXPIRED.because("verification_code expired");
        }
        var selection = Selection.of(call, code.record());
        selection
                .book()
                .writeAt(
                        selection.record(),
                        AttributePath.parse(code.attribute()).orElseThrow(),
                        Json.text(DateTimes.seconds(call.now())),
                        true,
                        ErrorCode.PASSWORD_REUSED);
        tokens.use(code);
        return Answer.of("uuid", selection.record().uuid());
    }
}
