package io.regcontract.simulator.control.state;

import java.time.Duration;
import java.util.Optional;

/** How long a change of a record takes to show in entity.find and entity.count. */
public interface SearchControl {

    /** The lag that was set; empty while it is what the simulator was started with. */
    Optional<Duration> lag();

    /**
     * Lets searches lag behind the records.
     *
     * @param span in whole seconds
     * @throws io.regcontract.simulator.control.ControlException when it is negative or longer than some thirty years
     */
    void lag(Duration span);

    /** Lets searches lag as the simulator was told at its start, which is not at all by default. */
    void endLag();
}
