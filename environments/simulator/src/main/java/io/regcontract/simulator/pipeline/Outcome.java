package io.regcontract.simulator.pipeline;

import io.regcontract.simulator.log.LogEntry;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.render.RenderedAnswer;
import io.regcontract.simulator.transportfault.FaultOfCall;
import java.util.List;
import java.util.Optional;

/**
 * What became of a call.
 *
 * @param failure its entry in the log, when it failed
 * @param failedElements what failed within a success
 * @param unread names of the parameters that were sent and not read
 * @param fault what befell the call on its way
 * @param told what else the log is to say, a sentence without a full stop
 */
public record Outcome(
        RenderedAnswer rendered,
        Optional<String> application,
        Optional<LogEntry> failure,
        List<OperationResult.FailedElement> failedElements,
        List<String> unread,
        Optional<FaultOfCall> fault,
        Optional<String> told) {

    Outcome(
            RenderedAnswer rendered,
            Optional<String> application,
            Optional<LogEntry> failure,
            List<OperationResult.FailedElement> failedElements,
            List<String> unread) {
        this(rendered, application, failure, failedElements, unread, Optional.empty(), Optional.empty());
    }

    /** A call that the service never saw. */
    static Outcome unreached(String application, FaultOfCall fault) {
        return new Outcome(
                new RenderedAnswer(502, Optional.empty(), 0, ""),
                Optional.of(application),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(fault),
                Optional.empty());
    }

    Outcome telling(Optional<String> sentence) {
        return new Outcome(rendered, application, failure, failedElements, unread, fault, sentence);
    }

    Outcome befallenBy(FaultOfCall met) {
        return new Outcome(rendered, application, failure, failedElements, unread, Optional.of(met), told);
    }
}
