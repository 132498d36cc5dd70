package io.regcontract.simulator.control.message;

import java.util.Optional;

/** The log of failed calls, as support would ask it. It is one for all applications, and remembers the latest 100,000. */
public interface LogControl {

    /** The failed call that was answered with a request token. */
    Optional<LoggedFailure> find(String requestToken);
}
