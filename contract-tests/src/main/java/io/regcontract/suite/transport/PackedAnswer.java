package io.regcontract.suite.transport;

/** An answer came packed, which nobody asked for: something in front of the service packs, and nobody unpacks. */
public final class PackedAnswer extends TransportException {

    private static final long serialVersionUID = 1L;

    PackedAnswer(String coding) {
        super("an answer came packed (Content-Encoding: " + coding + "), which nobody asked for: have the gateway in"
                + " front of the service pass answers on as they are");
    }
}
