package io.regcontract.traffic.judge;

import io.regcontract.check.Check;
import io.regcontract.check.Finding;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.observe.Observation.ExaminedCheck;
import io.regcontract.traffic.TimeSpan;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficJudge;
import io.regcontract.traffic.TrafficVerdict;
import io.regcontract.traffic.TrafficVerdict.Kind;
import io.regcontract.traffic.redaction.LearnedSecrets;
import io.regcontract.traffic.redaction.SampleMaker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The judge. What can be judged alone is judged by as many threads as come; what is compared with other exchanges, or
 * added up, is done by one at a time.
 */
public final class StandardJudge implements TrafficJudge {

    private final Preparation preparation;
    private final AnswerExaminer examiner;
    private final LearnedSecrets secrets = new LearnedSecrets();
    private final SampleMaker samples;
    private final TokenRegistry tokens = new TokenRegistry();
    private final TrafficTally tally;
    private final boolean bodies;
    private final Object turn = new Object();

    /**
     * @param bodies whether data of people is kept in samples
     * @param now stands for the time of an exchange that has none
     */
    public StandardJudge(JudgeTerms terms, boolean bodies, Instant now) {
        this.preparation = new Preparation(terms);
        this.examiner = new AnswerExaminer(terms);
        this.samples = new SampleMaker(secrets, bodies, now);
        this.tally = new TrafficTally(terms.catalogue(), samples);
        this.bodies = bodies;
    }

    @Override
    public TrafficVerdict judge(TrafficExchange exchange) {
        var prepared = preparation.prepare(exchange);
        synchronized (turn) {
            claim(prepared);
        }
        examine(prepared);
        synchronized (turn) {
            tally.add(prepared);
            return verdict(prepared);
        }
    }

    /** Judges exchanges that follow one another, beside other such batches, as if all had been judged one by one. */
    public Batch batch(List<TrafficExchange> exchanges) {
        return new Batch(exchanges.stream().map(preparation::prepare).toList());
    }

    /**
     * Some exchanges on their way. The steps are made in this order; the first two in the order of the batches, one batch
     * at a time. {@code examine} may be made beside the steps of other batches.
     */
    public final class Batch {

        private final List<JudgedExchange> prepared;

        private Batch(List<JudgedExchange> prepared) {
            this.prepared = prepared;
        }

        /** Compares tokens with those of earlier batches. */
        public void claim() {
            synchronized (turn) {
                prepared.forEach(StandardJudge.this::claim);
            }
        }

        /** Applies the checks. */
        public void examine() {
            prepared.forEach(StandardJudge.this::examine);
        }

        /** Adds up what was found, behind earlier batches. */
        public BatchResult conclude() {
            synchronized (turn) {
                prepared.forEach(tally::add);
            }
            var judged = prepared.stream()
                    .filter(each -> each.kind != Kind.FOREIGN && each.kind != Kind.UNJUDGED)
                    .toList();
            var seen = new TimeSpan();
            judged.forEach(each -> each.exchange.at().ifPresent(seen::add));
            return new BatchResult(prepared.size(), judged.size(), seen.first(), seen.last());
        }
    }

    /**
     * What became of a batch.
     *
     * @param exchanges all of it
     * @param judged those that belong to the API and were judged
     * @param from when the first of those began, where that is known
     * @param to when the last did
     */
    public record BatchResult(long exchanges, long judged, Optional<Instant> from, Optional<Instant> to) {}

    /** What was seen so far. */
    public TrafficSummary summary() {
        synchronized (turn) {
            return tally.summary(bodies);
        }
    }

    private void claim(JudgedExchange prepared) {
        secrets.learn(prepared.secrets);
        prepared.secrets = List.of();
        if (prepared.token.isEmpty()) {
            return;
        }
        var exchange = prepared.exchange;
        var identity = exchange.at().map(Instant::toString).orElse(exchange.place()) + " " + exchange.method() + " "
                + exchange.url() + " " + prepared.answer.orElseThrow().body();
        tokens.register(prepared.token.get(), exchange.place(), identity).ifPresent(seen -> {
            if (seen.sameExchange()) {
                prepared.unjudged("the same exchange was recorded twice, and is judged once");
            } else {
                prepared.seenBefore = Optional.of(seen.place());
            }
        });
    }

    private void examine(JudgedExchange prepared) {
        prepared.examined = examiner.examine(prepared);
        if (prepared.examined.stream().anyMatch(ExaminedPart::contradicts)) {
            prepared.kind = prepared.kind == Kind.SUCCESS ? Kind.SUCCESS : Kind.CONTRADICTED;
        }
    }

    private TrafficVerdict verdict(JudgedExchange judged) {
        var operation = judged.call.map(call -> call.operation().path());
        var code = judged.parts.stream()
                .map(part -> part.named().code())
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
        var contradicted = judged.examined.stream().anyMatch(ExaminedPart::contradicts);
        return new TrafficVerdict(contradicted ? Kind.CONTRADICTED : judged.kind, operation, code, sentences(judged));
    }

    private List<String> sentences(JudgedExchange judged) {
        var answers = judged.examined.stream()
                .flatMap(part -> part.checks().stream())
                .filter(check -> check.contradicts() || isImplausible(check))
                .map(check -> check.id() + ": " + words(judged, check.finding()));
        return Stream.of(
                        judged.unjudged.isEmpty() ? Stream.<String>empty() : Stream.of(judged.unjudged),
                        answers,
                        judged.broken.stream().map(broken -> broken.rule().id() + ": " + broken.sentence()))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static boolean isImplausible(ExaminedCheck check) {
        return check.id().equals(AnswerExaminer.PLAUSIBLE)
                && check.weight() == Check.Weight.SHOULD
                && check.finding() instanceof Finding.Fails;
    }

    private String words(JudgedExchange judged, Finding finding) {
        var kept = samples.again(
                samples.finding(finding, judged.exchange, judged.call.orElseThrow(), judged.answer.orElseThrow()));
        return kept instanceof Finding.Fails fails
                ? ServiceText.onOneLine("expected " + fails.expected() + ", was " + fails.actual())
                : "";
    }
}
