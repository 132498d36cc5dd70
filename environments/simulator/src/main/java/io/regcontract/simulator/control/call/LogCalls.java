package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.message.LogControl;
import io.regcontract.simulator.control.message.LoggedFailure;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The calls about the log of failed calls. */
public final class LogCalls implements LogControl {

    private final ControlPath path;

    /** @param path of the control plane */
    public LogCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public Optional<LoggedFailure> find(String requestToken) {
        try {
            return Optional.of(read(path.at("log", requestToken).get()));
        } catch (ControlException unknown) {
            if (unknown.isNotFound()) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private static LoggedFailure read(JsonNode entry) {
        return new LoggedFailure(
                entry.path("requestToken").stringValue(),
                entry.path("application").stringValueOpt(),
                entry.path("operation").stringValue(),
                entry.path("clientId").stringValueOpt(),
                entry.path("code").intValue(),
                entry.path("error").stringValue(),
                Instant.parse(entry.path("time").stringValue()),
                entry.path("httpStatus").intValue());
    }
}
