package io.regcontract.pair.half;

import io.regcontract.contract.Contract;
import io.regcontract.report.cli.RecordJudging;
import io.regcontract.report.record.Exchange;
import io.regcontract.report.record.ExchangeReader;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.Observation.Outcome;
import io.regcontract.report.record.RecordCriteria;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;

/** Reads the records of both halves, and has them judged by policy and profiles. */
public final class HalfReader {

    private static final String DRIVE = "drive";

    private final Path policy;
    private final Path profiles;
    private final Instant now;

    /**
     * @param policy directory with {@code gate.yaml} and {@code waivers/}
     * @param profiles directory of the profiles
     * @param now the time of judging
     */
    public HalfReader(Path policy, Path profiles, Instant now) {
        this.policy = policy;
        this.profiles = profiles;
        this.now = now;
    }

    /** A run that was there before; it may be of any age. */
    public Half recorded(Half.Side side, Path directory) {
        return read(side, directory, true, RecordCriteria.at(now).since(Instant.EPOCH));
    }

    /** A run that was driven for this pair, by this attempt and no other. */
    public Half driven(Half.Side side, Path directory, String attempt) {
        return read(side, directory, false, RecordCriteria.at(now).of(attempt));
    }

    private Half read(Half.Side side, Path directory, boolean recorded, RecordCriteria demands) {
        var here = directory.toAbsolutePath().normalize();
        var records = Optional.ofNullable(here.getParent()).orElse(here);
        var runId = String.valueOf(here.getFileName());
        var judged =
                RecordJudging.of(records, runId, policy, profiles, demands, LocalDate.ofInstant(now, ZoneOffset.UTC));
        var exchanges = ExchangeReader.of(records, runId);
        var contract = Contract.load();
        var answers = new HashMap<String, AnswerParts>();
        judged.run().observations().stream()
                .filter(observation -> observation.outcome() == Outcome.OBSERVED)
                .forEach(observation -> driven(observation, exchanges)
                        .ifPresent(exchange -> answers.put(
                                observation.requirement().id(),
                                AnswerParts.of(
                                        exchange, observation.requirement().element(), contract))));
        return Half.of(side, here, recorded, judged.run(), judged.decision(), answers);
    }

    /** The call that was judged; empty where its answer was not kept whole, so that it cannot be compared. */
    private static Optional<Exchange> driven(Observation observation, ExchangeReader exchanges) {
        return exchanges.exchanges(observation).stream()
                .filter(exchange -> exchange.role().equals(DRIVE))
                .reduce((earlier, last) -> last)
                .filter(exchange ->
                        exchange.response().filter(Exchange.Response::truncated).isEmpty());
    }
}
