package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.pipeline.Credentials;
import io.regcontract.facade.pipeline.Operation;
import io.regcontract.facade.store.PasswordHash;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /entity}: shows a record, or some of it; compares a password where one is sent. */
final class ReadRecord implements Operation {

    private static final String PASSWORD = "password_attribute";
    private static final String PASSWORD_VALUE = "password_value";

    @Override
    public String path() {
        return "/entity";
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
        return Set.of("owner", "direct_access", "direct_read_access");
    }

    @Override
    public ObjectNode perform(Call call) {
        var arguments = call.arguments();
        RecordSelection.requireArguments(call);
        if (arguments.has(PASSWORD) || arguments.has(PASSWORD_VALUE)) {
            arguments.require(PASSWORD, PASSWORD_VALUE);
        }
        var wanted = arguments.texts("attributes");
        var selected = RecordSelection.of(call);
        var type = selected.type();
        var one = arguments.text("attribute_name").map(text -> RecordSelection.path(type, text));
        var some = wanted.map(texts -> Selection.of(type, texts));
        var record = selected.record().all();
        arguments.text(PASSWORD).map(text -> RecordSelection.path(type, text)).ifPresent(path -> {
            if (!PasswordHash.matches(arguments.required(PASSWORD_VALUE), RecordSelection.value(record, path))) {
                throw ApiError.PASSWORD_INCORRECT.because("the password is another");
            }
        });
        var answer = JsonNodeFactory.instance.objectNode();
        if (one.isPresent()) {
            var value = RecordSelection.value(record, one.get());
            if (value.isMissingNode()) {
                throw RecordSelection.notFound();
            }
            answer.set("result", value);
        } else {
            answer.set("result", some.map(selection -> selection.from(record)).orElse(record));
        }
        return answer;
    }
}
