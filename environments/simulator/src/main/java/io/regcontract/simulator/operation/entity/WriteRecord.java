package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.Selection;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.StoredRecord;
import tools.jackson.databind.JsonNode;

/**
 * Writes a record, or the value at one path in it: {@code /entity.update} what the value names, {@code /entity.replace} all
 * of it anew.
 */
final class WriteRecord implements Operation {

    private final Declaration declaration;
    private final boolean replace;

    private WriteRecord(String path, boolean replace) {
        this.declaration = Declaration.writing(path, FeatureGroup.ENTITY)
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
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS)
                .build();
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
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Answer perform(Call call) {
        // The value has two names, a newer and an older one, so it is one of them that must be there.
        var value = call.arguments()
                .findJson("attributes")
                .or(() -> call.arguments().findJson("value"))
                .orElseThrow(() -> ErrorCode.MISSING_ARGUMENT
                        .because("missing required argument: attributes")
                        .with("argument_name", "attributes"));
        var selection = Selection.of(call).checkTimestamps(call);
        var written = new Selection(selection.book(), write(call, selection, value));
        return call.arguments().flag("include_record") ? Answer.of("result", written.shown()) : Answer.ok();
    }

    private StoredRecord write(Call call, Selection selection, JsonNode value) {
        var book = selection.book();
        var record = selection.record();
        var parent = call.arguments()
                .path("attribute_name")
                .map(AttributePath::withoutIds)
                .orElse("");
        Access.writing(call, book).checkWritten(book.type(), parent, value);
        return call.arguments()
                .path("attribute_name")
                .map(path -> book.writeAt(record, path, value, replace, ErrorCode.PASSWORD_REUSED))
                .orElseGet(() -> replace
                        ? book.replace(record, value, ErrorCode.PASSWORD_REUSED)
                        : book.update(record, value, ErrorCode.PASSWORD_REUSED));
    }
}
