package io.regcontract.simulator.store;

import java.util.Optional;

/** A value and its text, which is costly to make and stays right as long as the value is the same one. */
record SerializedValue(Optional<Object> value, Optional<String> text) {

    static SerializedValue of(Optional<Object> value) {
        return new SerializedValue(value, value.map(StoredJson::write));
    }

    /** The text of the value that is there now. */
    @SuppressWarnings(
            "ReferenceEquality") // Another value that looks alike has to be written once more, which does no harm.
    Optional<String> asOf(Optional<Object> now) {
        boolean same = now.isPresent() ? value.isPresent() && value.get() == now.get() : value.isEmpty();
        return same ? text : of(now).text();
    }
}
