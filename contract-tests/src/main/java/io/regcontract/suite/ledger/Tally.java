package io.regcontract.suite.ledger;

import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.exchange.Escort;
import io.regcontract.suite.exchange.Exchange;
import java.util.concurrent.atomic.AtomicLong;

/** Counts calls, and the things they make that somebody would have to remove. */
public final class Tally implements Escort {

    private final Makings makings;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong things = new AtomicLong();

    /** @param prefix what the name of everything that is made begins with */
    public Tally(String prefix) {
        this.makings = new Makings(prefix);
    }

    @Override
    public Journey leaving(Call call, Exchange.Role role) {
        calls.incrementAndGet();
        things.addAndGet(makings.of(call).size());
        return Journey.UNWATCHED;
    }

    public long calls() {
        return calls.get();
    }

    public long things() {
        return things.get();
    }
}
