package io.regcontract.traffic.proxy;

import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict;

/** Hears what a proxy has to say. Called by its threads, one call at a time of each method. */
public interface ProxyListener {

    /** An exchange was judged. It must not be kept: it has secrets. */
    void judged(TrafficExchange exchange, TrafficVerdict verdict);

    /** Something went wrong that is no answer of the service: a sentence. */
    void trouble(String sentence);
}
