package io.regcontract.simulator.json;

import tools.jackson.core.JacksonException;

/** There was no JSON value to read. */
final class EmptyJsonException extends JacksonException {

    private static final long serialVersionUID = 1L;

    EmptyJsonException() {
        super("no JSON value");
    }
}
