package io.regcontract.simulator.render;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.operation.OperationResult;

/** How the service speaks. Everything that differs between dialects is decided behind this interface. */
public interface DialectRenderer {

    /** A call that succeeded. */
    RenderedAnswer success(OperationResult answer);

    /**
     * A call that failed.
     *
     * @param path the operation that failed
     * @param requestToken the token under which the log knows the failure
     */
    RenderedAnswer failure(String path, ApiErrorException refusal, String requestToken);

    /** A path that no operation has. */
    RenderedAnswer unknownPath();
}
