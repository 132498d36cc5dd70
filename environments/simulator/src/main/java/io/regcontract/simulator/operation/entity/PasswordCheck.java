package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordValues;

/** Compares {@code password_value} with what a record holds in {@code password_attribute}. */
final class PasswordCheck {

    private PasswordCheck() {}

    /** 223 when there is no such attribute, or it is hidden, 213 when the password is another one. */
    static void perform(OperationCall call, SelectedRecord selection) {
        var offered = call.arguments().find("password_value");
        if (offered.isEmpty()) {
            return;
        }
        var path = call.arguments().path("password_attribute").orElseThrow();
        var records = PermittedRecords.of(call, selection.book());
        records.readable(path);
        var stored = RecordValues.at(records.shown(selection.record()), path);
        if (stored.filter(hash -> call.application().passwords().matches(hash, offered.get()))
                .isEmpty()) {
            throw SimulatedErrorCode.PASSWORD_INCORRECT
                    .because("the password is incorrect")
                    .in(ErrorCause.PASSWORD_CHECK_FAILED);
        }
    }
}
