package io.regcontract.simulator.store;

import io.regcontract.simulator.store.indexed.KeptTable.Present;
import java.util.Optional;

/** What is at a place and its text, which is costly to make and stays right as long as the value is the same one. */
record SerializedValue(Present present, Optional<String> text) {

    static SerializedValue of(Present present) {
        return new SerializedValue(
                present, present.value().map(value -> present.isText() ? value.toString() : StoredJson.write(value)));
    }

    /** The value that is there now, with its text. */
    @SuppressWarnings(
            "ReferenceEquality") // Another value that looks alike has to be written once more, which does no harm.
    SerializedValue asOf(Present now) {
        boolean same = now.value().orElse(null) == present.value().orElse(null);
        return same ? new SerializedValue(now, text) : of(now);
    }
}
