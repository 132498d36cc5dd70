package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.error.Circumstance;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.Selection;
import io.regcontract.simulator.record.Values;

/** Compares {@code password_value} with what a record holds in {@code password_attribute}. */
final class PasswordCheck {

    private PasswordCheck() {}

    /** 223 when there is no such attribute, or it is hidden, 213 when the password is another one. */
    static void perform(Call call, Selection selection) {
        var offered = call.arguments().find("password_value");
        if (offered.isEmpty()) {
            return;
        }
        var path = call.arguments().path("password_attribute").orElseThrow();
        var records = PermittedRecords.of(call, selection.book());
        records.readable(path);
        var stored = Values.at(records.shown(selection.record()), path);
        if (stored.filter(hash -> call.application().passwords().matches(hash, offered.get()))
                .isEmpty()) {
            throw ErrorCode.PASSWORD_INCORRECT
                    .because("the password is incorrect")
                    .in(Circumstance.PASSWORD_CHECK_FAILED);
        }
    }
}
