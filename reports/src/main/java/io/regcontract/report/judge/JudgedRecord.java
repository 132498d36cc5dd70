package io.regcontract.report.judge;

import io.regcontract.report.record.RunRecord;
import io.regcontract.report.traffic.Traffic;
import java.time.Instant;
import java.util.Optional;

/**
 * Which record was judged.
 *
 * @param attempt the attempt that began it, of its first shard
 * @param startedAt when that began
 * @param traffic what traffic it is about, where it is no record of a run
 * @param handedOver whether the gate was handed the attempt, and so would have judged no other
 */
public record JudgedRecord(String attempt, Instant startedAt, Optional<Traffic> traffic, boolean handedOver) {

    static Optional<JudgedRecord> in(RunRecord run) {
        return run.header()
                .map(header -> new JudgedRecord(header.attempt(), header.startedAt(), run.traffic(), run.handedOver()));
    }

    /** In a sentence, and honest about what ties it to now. */
    public String sentence() {
        return "Judged: the record begun at " + startedAt
                + " by attempt " + attempt
                + (handedOver
                        ? ", the attempt that was asked for."
                        : ". No attempt was handed over (--attempt), so it is judged by its name and its time alone.");
    }
}
