package io.regcontract.suite.tenant;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.ThrottledAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * One call, made again and again by several threads until it is refused. Of all its exchanges one is kept: that of the
 * refusal, or else the last.
 */
final class RepeatUntilRefused implements BooleanSupplier {

    private final ServiceClient http;
    private final Call call;
    private final Function<Answer, SetUpException> failure;
    private Optional<Exchange> kept = Optional.empty();
    private boolean refused;
    private int made;

    /** @param failure makes the exception for an answer that is neither a success nor a throttling */
    RepeatUntilRefused(ServiceClient http, Call call, Function<Answer, SetUpException> failure) {
        this.http = http;
        this.call = call;
        this.failure = failure;
    }

    /** Makes the call once more, and returns whether it was refused. */
    @Override
    public boolean getAsBoolean() {
        var exchanges = new ArrayList<Exchange>(1);
        var enough = false;
        try {
            var answer =
                    http.send(call, Exchange.Role.EXHAUST_LIMIT, exchanges::add).answer();
            enough = ThrottledAnswer.in(answer).isPresent();
            if (!enough && !answer.isSuccess()) {
                throw failure.apply(answer);
            }
            return enough;
        } finally {
            count(exchanges, enough);
        }
    }

    private synchronized void count(List<Exchange> exchanges, boolean enough) {
        made += exchanges.size();
        if (!refused) {
            exchanges.forEach(exchange -> kept = Optional.of(exchange));
        }
        refused |= enough;
    }

    /** The exchange that is kept, with the number of calls it stands for; empty if no call was made. */
    synchronized Optional<Exchange> keptExchange() {
        return kept.map(exchange -> exchange.repeated(made));
    }
}
