package io.regcontract.suite.observe;

import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.transport.TimedAnswer;
import io.regcontract.suite.transport.TransportException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Looks a request token up in the service's API log, where the environment has a control plane to ask. */
final class ApiLogLookup {

    /** How far the service's clock may be from ours in its own log. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Optional<ControlPlaneClient> control;

    ApiLogLookup(Optional<ControlPlaneClient> control) {
        this.control = control;
    }

    /** The log entry of a token; it has to lie between the sending of the call and the arrival of its answer. */
    LogLookup find(String token, TimedAnswer answered) {
        if (control.isEmpty()) {
            return new LogLookup.Unavailable("the environment has no API log to ask");
        }
        try {
            return control.get()
                    .logged(token)
                    .<LogLookup>map(entry -> new LogLookup.Entry(
                            entry.path("operation").asString(""),
                            entry.path("code").asInt(0),
                            Instant.parse(entry.path("time").asString("")),
                            answered.sent().minus(TOLERANCE),
                            answered.received().plus(TOLERANCE)))
                    .orElseGet(LogLookup.Unknown::new);
        } catch (TransportException | JacksonException | DateTimeException e) {
            return new LogLookup.Unavailable("the API log could not be read: " + e.getMessage());
        }
    }
}
