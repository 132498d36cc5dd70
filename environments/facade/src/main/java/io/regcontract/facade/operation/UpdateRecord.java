package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.pipeline.Credentials;
import io.regcontract.facade.pipeline.Operation;
import io.regcontract.facade.write.RecordWriter;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /entity.update}: writes some values of a record. */
final class UpdateRecord implements Operation {

    private static final String ATTRIBUTES = "attributes";
    private static final String VALUE = "value";

    @Override
    public String path() {
        return "/entity.update";
    }

    @Override
    public String group() {
        return "entity";
    }

    @Override
    public Credentials credentials() {
        return Credentials.SECRET_OR_TOKEN;
    }

    @Override
    public Set<String> features() {
        return Set.of("owner", "direct_access");
    }

    @Override
    public ObjectNode perform(Call call) {
        var arguments = call.arguments();
        RecordSelection.requireArguments(call);
        if (!arguments.has(ATTRIBUTES) && !arguments.has(VALUE)) {
            throw Refusal.missing(ATTRIBUTES);
        }
        if (arguments.has(ATTRIBUTES) && arguments.has(VALUE)) {
            throw ApiError.DUPLICATE_ARGUMENT.because("attributes and value both say what to write");
        }
        var attributes = arguments.json(ATTRIBUTES);
        if (attributes.filter(json -> !json.isObject()).isPresent()) {
            throw ApiError.INVALID_JSON_TYPE.because("attributes must be an object");
        }
        JsonNode content = attributes.or(() -> arguments.json(VALUE)).orElseThrow();
        boolean shown = arguments.flag("include_record").orElse(false);
        var selected = RecordSelection.of(call);
        var path = arguments.text("attribute_name").map(text -> RecordSelection.path(selected.type(), text));
        call.refuseWritesWhereTheyFail();
        new RecordWriter(selected.type(), call.now()).update(selected.record(), path, content);
        var answer = JsonNodeFactory.instance.objectNode();
        if (shown) {
            answer.set("result", selected.record().all());
        }
        return answer;
    }
}
