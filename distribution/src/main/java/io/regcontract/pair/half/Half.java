package io.regcontract.pair.half;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.record.RunRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One half of a pair, as far as it is on record.
 *
 * @param side old or new
 * @param directory of the record
 * @param recorded whether it was there before, and nothing was sent for it
 * @param run what is left of the run
 * @param decision what the gate says of it
 * @param judgements by requirement
 * @param answers what the answer of each observed requirement is made of
 */
public record Half(
        Side side,
        Path directory,
        boolean recorded,
        RunRecord run,
        Decision decision,
        Map<String, Judgement> judgements,
        Map<String, AnswerParts> answers) {

    /** Which half. */
    public enum Side {
        /** What is to be replaced. */
        OLD,
        /** What takes its place. */
        NEW
    }

    public Half {
        judgements = Map.copyOf(judgements);
        answers = Map.copyOf(answers);
    }

    static Half of(
            Side side,
            Path directory,
            boolean recorded,
            RunRecord run,
            Decision decision,
            Map<String, AnswerParts> answers) {
        return new Half(
                side,
                directory,
                recorded,
                run,
                decision,
                decision.judgements().stream()
                        .collect(Collectors.toMap(Judgement::requirement, Function.identity(), (one, same) -> one)),
                answers);
    }

    /** What the record says of itself; empty where there is none. */
    public Optional<RecordHeader> header() {
        return run.header();
    }

    /** The file of the profile, as it is called below the directory of profiles. */
    public String profile() {
        return "environments/profiles/" + name() + ".yaml";
    }

    /** The name of the environment; empty where the record does not say. */
    public String name() {
        return header().map(header -> header.environment().name()).orElse("");
    }
}
