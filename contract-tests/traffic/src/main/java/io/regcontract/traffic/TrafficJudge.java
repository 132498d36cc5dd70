package io.regcontract.traffic;

/** Judges exchanges as they come. Safe for use by several threads. */
public interface TrafficJudge {

    /**
     * Judges an exchange, and keeps what is needed for the record.
     *
     * @return what is to be said of it
     */
    TrafficVerdict judge(TrafficExchange exchange);
}
