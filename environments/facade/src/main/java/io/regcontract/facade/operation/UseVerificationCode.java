package io.regcontract.facade.operation;

import io.regcontract.facade.Fault;
import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.pipeline.Credentials;
import io.regcontract.facade.pipeline.Operation;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.schema.Times;
import io.regcontract.facade.store.Issued;
import io.regcontract.facade.write.RecordWriter;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /access/useVerificationCode}: a code stamps its attribute with the time of its use. */
final class UseVerificationCode implements Operation {

    private static final String CODE = "verification_code";

    @Override
    public String path() {
        return "/access/useVerificationCode";
    }

    @Override
    public String group() {
        return "access";
    }

    @Override
    public Credentials credentials() {
        return Credentials.NONE;
    }

    @Override
    public Set<String> features() {
        return Set.of();
    }

    @Override
    public ObjectNode perform(Call call) {
        var tokens = call.application().tokens();
        var code = tokens.find(Issued.Kind.VERIFICATION_CODE, call.arguments().required(CODE))
                .filter(issued -> issued.state() == Issued.State.FRESH)
                .orElseThrow(() -> Refusal.invalid(CODE, "it is unknown, or was used"));
        if (!code.expires().isAfter(call.now()) && !call.does(Fault.EXPIRED_CODE_SUCCEEDS)) {
            throw ApiError.VERIFICATION_CODE_EXPIRED.because("the verification code has expired");
        }
        var type = call.type(code.type());
        var record = type.byUuid(code.uuid()).orElseThrow(RecordSelection::notFound);
        call.refuseWritesWhereTheyFail();
        new RecordWriter(type, call.now())
                .update(
                        record,
                        AttributePath.parse(code.detail()),
                        JsonNodeFactory.instance.stringNode(Times.written(call.now())));
        tokens.use(code);
        return JsonNodeFactory.instance.objectNode().put("uuid", record.uuid());
    }
}
