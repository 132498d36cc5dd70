package io.regcontract.traffic.record;

import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.OperationScope;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.ExaminedCheck;
import io.regcontract.suite.observe.RecordFile;
import io.regcontract.suite.observe.RecordHeader;
import io.regcontract.suite.observe.RecordedRequirement;
import io.regcontract.suite.observe.RunRecordWriter;
import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.run.EarlierAttempts;
import io.regcontract.suite.scenario.Requirement;
import io.regcontract.traffic.judge.TrafficSummary;
import io.regcontract.traffic.judge.WitnessedPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the record of judged traffic. */
public final class TrafficRecord {

    private static final String KIND = "traffic";
    private static final String NO_HOST = "no host of the API";

    private final RecordTerms terms;
    private final Clock clock;

    public TrafficRecord(RecordTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Writes it, once all has been judged. The record of an earlier attempt at the same run is set aside.
     *
     * @param incomplete what could not be judged of what was asked for, a sentence each
     * @throws UncheckedIOException when it cannot be written
     */
    public void write(TrafficSummary summary, List<JudgedSource> sources, List<String> incomplete) {
        try {
            new EarlierAttempts(terms.directory()).setAside(RecordFile.of(terms.name(), Shard.WHOLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var now = clock.instant();
        try (var record = RunRecordWriter.begin(terms.directory(), header(summary), clock)) {
            summary.pairs().values().forEach(pair -> add(record, pair, now));
            record.describe(TrafficLine.of(summary, sources, incomplete));
        }
    }

    private RecordHeader header(TrafficSummary summary) {
        return new RecordHeader(
                terms.runId(),
                terms.attempt(),
                terms.contract().digest(),
                new RecordHeader.Environment(
                        terms.name(),
                        KIND,
                        terms.dialect(),
                        summary.hosts().isEmpty() ? NO_HOST : String.join(", ", summary.hosts()),
                        Set.of(),
                        OperationScope.ALL,
                        terms.acceptedErrata(),
                        terms.acceptedReadings(),
                        List.of(),
                        List.of()),
                Shard.WHOLE,
                0,
                TrafficCatalogue.of(terms.contract()).ids(),
                "");
    }

    private void add(RunRecordWriter record, TrafficSummary.JudgedPair judged, Instant now) {
        var pair = judged.pair();
        var witnessed = judged.witnessed();
        var requirement = new Requirement(
                ErrorCode.of(pair.code()).orElseThrow(),
                pair.operation(),
                pair.slug(),
                pair.condition(),
                Optional.empty());
        record.add(
                new Observation(
                        requirement,
                        new Observation.Outcome.Observed(),
                        witnessed.answered(),
                        witnessed.checks().stream()
                                .map(check -> check(check, witnessed.judged()))
                                .toList(),
                        witnessed.samples(),
                        List.of(),
                        witnessed.first().orElse(now),
                        0),
                RecordedRequirement.of(requirement, Set.of(), witnessed.element(), terms.contract()),
                Map.of("answers", answers(witnessed)));
    }

    private static ExaminedCheck check(WitnessedPair.CheckedAnswers checked, long judged) {
        var first = checked.first();
        return checked.failures() == 0
                ? first
                : new ExaminedCheck(
                        first.id(),
                        first.weight(),
                        first.finding(),
                        first.relaxedBy(),
                        checked.failures() + " of " + judged + (judged == 1 ? " answer" : " answers")
                                + (checked.place().isEmpty() ? "" : ", the first at " + checked.place()));
    }

    private static Map<String, Object> answers(WitnessedPair witnessed) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("judged", witnessed.judged());
        answers.put("contradicted", witnessed.contradicted());
        witnessed.first().ifPresent(at -> answers.put("first", at.toString()));
        witnessed.last().ifPresent(at -> answers.put("last", at.toString()));
        return answers;
    }
}
