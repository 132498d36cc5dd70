package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Selection;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.StoredRecord;
import tools.jackson.databind.JsonNode;

/** What updating and replacing have in common. */
final class WriteRecord {

    private WriteRecord() {}

    static Answer perform(Call call, boolean replace) {
        // The value has two names, a newer and an older one, so it is one of them that must be there.
        var value = call.arguments()
                .findJson("attributes")
                .or(() -> call.arguments().findJson("value"))
                .orElseThrow(() -> ErrorCode.MISSING_ARGUMENT
                        .because("missing required argument: attributes")
                        .with("argument_name", "attributes"));
        var selection = Selection.of(call).checkTimestamps(call);
        var written = new Selection(selection.book(), write(call, selection, value, replace));
        return call.arguments().flag("include_record") ? Answer.of("result", written.shown()) : Answer.ok();
    }

    private static StoredRecord write(Call call, Selection selection, JsonNode value, boolean replace) {
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
