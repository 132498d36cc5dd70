package io.regcontract.simulator.control;

import java.util.Locale;

/**
 * The drills of what is no error of the API and befalls every caller all the same. They lead to no code.
 *
 * <pre>{@code
 * try (var cut = control.drill(DrillOrder.of(TransportDrill.ANSWER_CUT).at("/entity.create").times(1))) { ... }
 * }</pre>
 */
public enum TransportDrill {
    /** A gateway answers with HTTP 502 and a page of HTML; the call is not performed. */
    GATEWAY_ERROR_PAGE,
    /** The connection is reset without any answer; the call is not performed. */
    CONNECTION_DROPPED,
    /** The call is performed, and the connection is reset in the middle of its answer. */
    ANSWER_CUT,
    /** The call is performed, and its answer is held back for a minute, or until the drill is undone. */
    ANSWER_HELD,
    /** The clock of the application goes back by 90 seconds. */
    CLOCK_BEHIND,
    /** Searches see the records as they were 10 seconds ago. */
    SEARCH_BEHIND;

    /** The name by which the control plane and the command line call it, such as {@code gateway-error-page}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
