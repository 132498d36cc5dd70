package io.regcontract.suite.replay;

import io.regcontract.suite.replay.ReplayPlan.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A request and its answer as they went over the wire.
 *
 * @param method of HTTP
 * @param path below the service's address, as it was written
 * @param headers that say something: who asks, for whom, and what is sent
 * @param body of the request
 * @param answer body of the answer
 * @param purpose of the request in its scenario
 */
record RecordedExchange(
        String method, String path, Map<String, String> headers, String body, String answer, Purpose purpose) {

    private static final String BASIC = "Basic ";

    /** The same with another body and other Basic credentials. */
    RecordedExchange changed(UnaryOperator<String> change) {
        var others = new TreeMap<>(headers);
        others.replaceAll((name, value) -> value.startsWith(BASIC) ? encoded(change.apply(decoded(value))) : value);
        return new RecordedExchange(method, path, others, change.apply(body), answer, purpose);
    }

    /** User and password, as {@code user:password}. */
    static String decoded(String header) {
        return new String(Base64.getDecoder().decode(header.substring(BASIC.length())), StandardCharsets.UTF_8);
    }

    private static String encoded(String credentials) {
        return BASIC + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    RecordedExchange as(Purpose other) {
        return new RecordedExchange(method, path, headers, body, answer, other);
    }
}
