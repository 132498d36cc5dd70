package io.regcontract.suite.transport;

/** Something in front of the service compressed an answer, although the request did not accept it. */
public final class PackedAnswer extends TransportException {

    private static final long serialVersionUID = 1L;

    PackedAnswer(String coding) {
        super("an answer came packed (Content-Encoding: " + coding + "), which nobody asked for: have the gateway in"
                + " front of the service pass answers on as they are");
    }
}
