package io.regcontract.simulator.render;

import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.operation.Answer;

/** How the service speaks. Everything that differs between dialects is decided behind this interface. */
public interface Dialect {

    /** A call that succeeded. */
    Rendered success(Answer answer);

    /**
     * A call that failed.
     *
     * @param path the operation that failed
     * @param requestToken the token under which the log knows the failure
     */
    Rendered failure(String path, Refusal refusal, String requestToken);

    /** A path that no operation has. */
    Rendered unknownPath();
}
