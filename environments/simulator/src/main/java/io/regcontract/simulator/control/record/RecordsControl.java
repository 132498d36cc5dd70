package io.regcontract.simulator.control.record;

import java.util.List;
import java.util.Map;

/** The records of one type. Every call throws {@link io.regcontract.simulator.control.ControlException} when there is no such type. */
public interface RecordsControl {

    /** How many there are. */
    long count();

    /**
     * Some of them, the oldest first.
     *
     * @param after those with a greater id; 0 for the oldest ones
     * @param most 1 to 1,000
     */
    List<RecordView> page(long after, int most);

    /**
     * Adds one, as entity.create would.
     *
     * @param attributes by their names; values are texts, numbers, booleans, lists, maps or null
     * @throws io.regcontract.simulator.control.ControlException when it breaks the schema
     */
    RecordView create(Map<String, ?> attributes);

    /**
     * Adds one that holds a value of a unique attribute, so that nobody else can take it. Delete it to set the value
     * free.
     *
     * @throws io.regcontract.simulator.control.ControlException when a record holds it, or the attribute is not unique
     */
    RecordView take(String attribute, Object value);

    /** The control of one of them, by its uuid or, where the type has people, by the e-mail address. */
    RecordControl record(String uuidOrAddress);
}
