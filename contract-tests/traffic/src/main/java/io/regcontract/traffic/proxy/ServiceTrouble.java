package io.regcontract.traffic.proxy;

import io.regcontract.traffic.proxy.message.ProxyTarget;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * Why there is no connection to the service.
 *
 * @param error one of the registered words of Proxy-Status
 * @param sentence for people
 */
record ServiceTrouble(String error, String sentence) {

    static ServiceTrouble of(ProxyTarget service, Exception why) {
        var where = service.base();
        if (why instanceof UnknownHostException) {
            return new ServiceTrouble("dns_error", "there is no host " + service.host() + ", which --upstream names");
        }
        if (why instanceof SocketTimeoutException) {
            return new ServiceTrouble("connection_timeout", "no connection to " + where + " came about in time");
        }
        if (why instanceof SSLException) {
            return new ServiceTrouble(
                    "tls_certificate_error",
                    "no TLS with " + where + " came about (" + why.getMessage()
                            + "); a profile's key certificates names authorities to trust");
        }
        if (why instanceof ConnectException) {
            return new ServiceTrouble(
                    "connection_refused", "nothing listens at " + where + ": start the service, or mend --upstream");
        }
        return new ServiceTrouble(
                "destination_unavailable",
                where + " cannot be reached (" + why.getClass().getSimpleName() + ": " + why.getMessage() + ")");
    }
}
