package io.regcontract.traffic.judge;

import io.regcontract.check.Check;
import io.regcontract.check.Finding;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation.AnswerSummary;
import io.regcontract.suite.observe.Observation.ExaminedCheck;
import io.regcontract.traffic.TimeSpan;
import io.regcontract.traffic.redaction.SampleMaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All answers of one code from one operation, added up. Not thread-safe. */
final class PairTally {

    private static final int MOST_CONTRADICTED = 2;
    private static final int MOST_WITNESSES = 1;

    private final SampleMaker samples;
    private final Map<String, CheckTally> checks = new LinkedHashMap<>();
    private final List<Exchange> contradictedSamples = new ArrayList<>();
    private final List<Exchange> witnesses = new ArrayList<>();
    private Optional<AnswerSummary> answered = Optional.empty();
    private boolean answeredContradicts;
    private final TimeSpan seen = new TimeSpan();
    private Optional<String> element = Optional.empty();
    private long judged;
    private long contradicted;

    PairTally(SampleMaker samples) {
        this.samples = samples;
    }

    /** One check over all answers. */
    private static final class CheckTally {
        private final String id;
        private final Check.Weight weight;
        private long holds;
        private long fails;
        private long relaxed;
        private Optional<ExaminedCheck> firstFailure = Optional.empty();
        private Optional<ExaminedCheck> firstRelaxed = Optional.empty();
        private String place = "";
        private String reason = "";

        CheckTally(ExaminedCheck check) {
            this.id = check.id();
            this.weight = check.weight();
        }
    }

    void add(JudgedExchange judgedExchange, ExaminedPart examined) {
        judged++;
        var contradicts = examined.contradicts();
        contradicted += contradicts ? 1 : 0;
        judgedExchange.exchange.at().ifPresent(seen::add);
        examined.checks().forEach(check -> add(judgedExchange, check));
        var place = examined.part().pointer();
        if (judged == 1) {
            element = place;
        } else if (outranks(place, contradicts)) {
            element = place;
            answered = Optional.empty();
            answeredContradicts = false;
            contradictedSamples.clear();
            witnesses.clear();
        }
        // All samples show the error in the same place, which the record names once.
        if (place.equals(element)) {
            sample(judgedExchange, examined, contradicts);
        }
    }

    /** An error that is the answer before one among results, and one that contradicts before those that do not. */
    private boolean outranks(Optional<String> place, boolean contradicts) {
        return place.isEmpty()
                ? element.isPresent()
                : element.isPresent() && contradicts && contradictedSamples.isEmpty() && !place.equals(element);
    }

    private void sample(JudgedExchange judgedExchange, ExaminedPart examined, boolean contradicts) {
        var kept = contradicts ? contradictedSamples : witnesses;
        if (kept.size() < (contradicts ? MOST_CONTRADICTED : MOST_WITNESSES)) {
            kept.add(samples.sample(
                    judgedExchange.exchange, judgedExchange.call.orElseThrow(), judgedExchange.answer.orElseThrow()));
        }
        if (answered.isEmpty() || (contradicts && !answeredContradicts)) {
            answered = Optional.of(summary(judgedExchange, examined));
            answeredContradicts = contradicts;
        }
    }

    private static AnswerSummary summary(JudgedExchange judged, ExaminedPart examined) {
        var whole = judged.answer.orElseThrow();
        var answer = examined.part().pointer().flatMap(whole::element).orElse(whole);
        return new AnswerSummary(answer.code(), answer.text("error"), judged.token);
    }

    private void add(JudgedExchange exchange, ExaminedCheck check) {
        var tally = checks.computeIfAbsent(check.id(), id -> new CheckTally(check));
        if (check.finding() instanceof Finding.Holds) {
            tally.holds++;
        } else if (check.finding() instanceof Finding.NotApplicable none) {
            tally.reason = tally.reason.isEmpty() ? none.reason() : tally.reason;
        } else if (check.relaxedBy().isEmpty()) {
            tally.fails++;
            if (tally.firstFailure.isEmpty()) {
                tally.firstFailure = Optional.of(kept(exchange, check));
                tally.place = exchange.exchange.place();
            }
        } else {
            tally.relaxed++;
            if (tally.firstRelaxed.isEmpty()) {
                tally.firstRelaxed = Optional.of(kept(exchange, check));
            }
        }
    }

    private ExaminedCheck kept(JudgedExchange exchange, ExaminedCheck check) {
        return new ExaminedCheck(
                check.id(),
                check.weight(),
                samples.finding(
                        check.finding(), exchange.exchange, exchange.call.orElseThrow(), exchange.answer.orElseThrow()),
                check.relaxedBy());
    }

    /** What is on record of it. */
    WitnessedPair result() {
        var exchanges = new ArrayList<>(contradictedSamples);
        exchanges.addAll(witnesses);
        return new WitnessedPair(
                judged,
                contradicted,
                seen.first(),
                seen.last(),
                element,
                answered.orElseThrow(),
                checks.values().stream().map(this::result).toList(),
                exchanges.stream().map(samples::again).toList());
    }

    private WitnessedPair.CheckedAnswers result(CheckTally tally) {
        var shown = tally.firstFailure.or(() -> tally.firstRelaxed);
        if (shown.isEmpty()) {
            return new WitnessedPair.CheckedAnswers(
                    new ExaminedCheck(
                            tally.id,
                            tally.weight,
                            tally.holds > 0 ? Finding.holds() : Finding.notApplicable(tally.reason),
                            List.of()),
                    0,
                    "");
        }
        var failure = shown.get();
        return new WitnessedPair.CheckedAnswers(
                new ExaminedCheck(
                        failure.id(), failure.weight(), samples.again(failure.finding()), failure.relaxedBy()),
                tally.firstFailure.isPresent() ? tally.fails : tally.relaxed,
                tally.place);
    }
}
