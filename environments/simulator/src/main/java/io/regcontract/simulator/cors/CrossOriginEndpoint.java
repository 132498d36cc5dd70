package io.regcontract.simulator.cors;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.util.regex.Pattern;

/**
 * Lets pages of some origins call an endpoint: answers the question that a browser asks before a call, and says in
 * every answer, success or error, that the page may read it. It never allows credentials of the browser (cookies,
 * client certificates), because the API takes none: its own are parameters or a header that the page sets itself.
 */
public final class CrossOriginEndpoint implements Endpoint {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ASKED_METHOD = "Access-Control-Request-Method";
    private static final String ASKED_HEADERS = "Access-Control-Request-Headers";
    private static final String METHODS = "GET, POST";
    /** How long a browser need not ask again, in seconds. */
    private static final String REMEMBERED = "600";

    private static final Pattern HEADER_NAMES = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z, ]{1,1000}");

    private final AllowedOrigins origins;
    private final Endpoint endpoint;

    private CrossOriginEndpoint(AllowedOrigins origins, Endpoint endpoint) {
        this.origins = origins;
        this.endpoint = endpoint;
    }

    /** The endpoint for pages of these origins too; the same endpoint when there are none. */
    public static Endpoint of(AllowedOrigins origins, Endpoint endpoint) {
        return origins.isEmpty() ? endpoint : new CrossOriginEndpoint(origins, endpoint);
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        boolean preflight = request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header(ASKED_METHOD).isPresent();
        var answer = endpoint.answer(request);
        var readable = origins.areAll() ? answer : answer.varyingBy("Origin");
        var allowed = request.header("Origin").filter(origins::has);
        if (allowed.isEmpty()) {
            return readable;
        }
        readable = readable.withHeader(ALLOW_ORIGIN, origins.areAll() ? AllowedOrigins.ALL : allowed.get());
        return preflight ? permitted(request, readable) : readable;
    }

    /** Any header may be sent: what the API does not read it ignores. */
    private static WireAnswer permitted(WireRequest request, WireAnswer answer) {
        var permitted = answer.withHeader("Access-Control-Allow-Methods", METHODS)
                .withHeader("Access-Control-Max-Age", REMEMBERED)
                .varyingBy(ASKED_METHOD)
                .varyingBy(ASKED_HEADERS);
        return request.header(ASKED_HEADERS)
                .filter(names -> HEADER_NAMES.matcher(names).matches())
                .map(names -> permitted.withHeader("Access-Control-Allow-Headers", names))
                .orElse(permitted);
    }
}
