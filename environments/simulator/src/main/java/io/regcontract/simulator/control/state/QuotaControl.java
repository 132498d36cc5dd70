package io.regcontract.simulator.control.state;

import java.time.Duration;
import java.util.Optional;

/** How often an application may be called; as often as anyone likes at first, unless the start said otherwise. */
public interface QuotaControl {

    /** The limit; empty when there is none. */
    Optional<CallLimit> limit();

    /**
     * Takes at most so many calls in any window of that length. Calls made before do not count.
     *
     * @param calls 0 or more
     * @param window in whole seconds, one or more
     * @throws io.regcontract.simulator.control.ControlException when one of them is out of range
     */
    void set(int calls, Duration window);

    /** Takes the limit away. */
    void lift();
}
