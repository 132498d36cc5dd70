package io.regcontract.simulator.http;

/** A request that HTTP itself does not allow, or that is more than this server takes. Ends its connection. */
final class HttpRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param sentence what is wrong, for the person who wrote the client */
    HttpRefusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
