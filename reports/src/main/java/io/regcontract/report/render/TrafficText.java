package io.regcontract.report.render;

import io.regcontract.report.traffic.Traffic;

/** What every report of recorded traffic says in the same words. */
public final class TrafficText {

    private TrafficText() {}

    /** What such a judgement cannot tell, in two or three sentences. */
    public static String cannotTell(Traffic traffic) {
        return "Nothing was sent, and nothing was made to happen: whether an error came where it had to, or did not come"
                + " where it should have, cannot be told from traffic, nor anything of a code that is not among it."
                + (traffic.unjudgedCount() == 0
                        ? ""
                        : " " + traffic.unjudgedCount() + " of its exchanges could not be judged at all.")
                + (traffic.bodies() ? " The record keeps bodies with the data of people in them." : "");
    }

    /** How many answers of how many contradict: {@code 3 of 250 answers}. */
    public static String contradicted(long contradicted, long judged) {
        return contradicted + " of " + judged + (judged == 1 ? " answer" : " answers");
    }
}
