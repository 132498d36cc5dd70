package io.regcontract.traffic.cli;

import io.regcontract.traffic.judge.StandardJudge;
import io.regcontract.traffic.judge.TrafficSummary;
import io.regcontract.traffic.record.JudgedSource;
import io.regcontract.traffic.record.TrafficRecord;
import io.regcontract.traffic.run.FileJudging;
import java.time.Clock;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Judges files and writes the record.
 *
 * @param summary what was seen
 * @param sources what became of each file
 * @param incomplete what was not judged, a sentence each
 */
public record JudgeRun(TrafficSummary summary, List<JudgedSource> sources, List<String> incomplete) {

    /**
     * Judges.
     *
     * @param bodies whether data of people is kept
     * @param threads that judge
     * @param progress is told how many exchanges were read
     */
    public static JudgeRun of(JudgePlan plan, boolean bodies, int threads, Clock clock, LongConsumer progress) {
        var judge = new StandardJudge(plan.terms(), bodies, clock.instant());
        var judging = new FileJudging(judge, threads, progress);
        FileNames.of(plan.files()).forEach(judging::judge);
        var run = new JudgeRun(judge.summary(), judging.sources(), judging.incomplete());
        new TrafficRecord(plan.record(), clock).write(run.summary(), run.sources(), run.incomplete());
        return run;
    }
}
