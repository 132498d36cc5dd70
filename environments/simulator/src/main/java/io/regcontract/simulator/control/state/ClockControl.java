package io.regcontract.simulator.control.state;

import java.time.Duration;
import java.time.Instant;

/** The clock of an application; every application has its own. It stays in the years 1970 to 9899. */
public interface ClockControl {

    /** The time by the application's clock. */
    Instant now();

    /**
     * Moves the clock on; a negative span moves it back.
     *
     * @param span to the millisecond
     * @return the time by it then
     * @throws io.regcontract.simulator.control.ControlException when it would leave the years that it stays in
     */
    Instant advance(Duration span);

    /**
     * Sets the clock, from where it goes on.
     *
     * @return the time by it then
     * @throws io.regcontract.simulator.control.ControlException when it would leave the years that it stays in
     */
    Instant set(Instant time);
}
