package io.regcontract.suite.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says what went wrong when no answer came. */
final class TransportErrors {

    private TransportErrors() {}

    static String describe(IOException e) {
        if (e instanceof ConnectException) {
            return "the service refuses connections (" + e.getMessage() + ")";
        }
        if (e instanceof UnknownHostException) {
            return "no such host: " + e.getMessage();
        }
        if (e instanceof InterruptedIOException) {
            return "no answer in time (" + e.getMessage() + ")";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        return "the connection broke: " + e.getMessage();
    }
}
