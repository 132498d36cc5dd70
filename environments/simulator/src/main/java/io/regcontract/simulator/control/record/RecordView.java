package io.regcontract.simulator.control.record;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is. A password that is set is shown as {@code ***}.
 *
 * @param values by the names of attributes: texts, numbers, booleans, lists, maps and null
 */
public record RecordView(long id, String uuid, Map<String, @Nullable Object> values) {

    /** The text of an attribute; empty when there is none. */
    public Optional<String> text(String attribute) {
        return Optional.ofNullable(values.get(attribute)).map(Object::toString);
    }
}
