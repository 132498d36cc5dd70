package io.regcontract.traffic.read;

import java.io.IOException;

/** A file, or the rest of it, cannot be read: the message goes on where the name of the file ends. */
public final class BrokenFileException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenFileException(String message) {
        super(message);
    }
}
