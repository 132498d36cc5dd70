package io.regcontract.suite.observe;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.ThrottledAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds set-up calls that the service throttled and that were made again: they make a requirement flaky. Nothing else
 * can, because the call under test is made only once.
 */
final class SetUpRetries {

    private SetUpRetries() {}

    /** The throttled calls, as lines of the record. */
    static List<Map<String, Object>> in(List<Exchange> exchanges) {
        var repeated = new ArrayList<Map<String, Object>>();
        for (int index = 0; index + 1 < exchanges.size(); index++) {
            var exchange = exchanges.get(index);
            if (isSetUp(exchange) && wasThrottled(exchange) && isSame(exchange, exchanges.get(index + 1))) {
                var attempt = new LinkedHashMap<String, Object>();
                attempt.put("at", exchange.at().toString());
                attempt.put("outcome", "broken");
                attempt.put("reason", "the service put off " + exchange.method() + " " + exchange.url());
                repeated.add(attempt);
            }
        }
        return repeated;
    }

    private static boolean isSetUp(Exchange exchange) {
        return exchange.role() == Exchange.Role.SET_UP;
    }

    private static boolean wasThrottled(Exchange exchange) {
        return exchange.response()
                .map(response -> Answer.of(
                        response.status(), response.headers(), response.body().getBytes(StandardCharsets.UTF_8)))
                .flatMap(ThrottledAnswer::in)
                .isPresent();
    }

    private static boolean isSame(Exchange exchange, Exchange next) {
        return isSetUp(next)
                && exchange.url().equals(next.url())
                && exchange.body().equals(next.body());
    }
}
