package io.regcontract.report.record;

import io.regcontract.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the record of a run and merges its shards: {@code RECORDS/RUN/observations-ENVIRONMENT-IofN.jsonl}. */
public final class RecordReader {

    static final String RUN_AGAIN =
            " Run ./mvnw verify with nothing skipped (no -DskipITs, -Dmaven.test.skip or -pl), or regcontract run, then judge that run.";

    private final Path records;
    private final Contract contract;
    private final RecordCriteria demands;

    /**
     * @param records the directory that has a directory for each run
     * @param demands what a record has to be to count
     */
    public RecordReader(Path records, Contract contract, RecordCriteria demands) {
        this.records = records;
        this.contract = contract;
        this.demands = demands;
    }

    /** The run that began last: its id may be any name, so its record is asked. */
    public Optional<String> latest() {
        try (var runs = Files.list(records)) {
            return runs.filter(Files::isDirectory)
                    .max(Comparator.comparing(RecordReader::began).thenComparing(Path::getFileName))
                    .map(run -> run.getFileName().toString());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /**
     * When the youngest shard began; where none says so, when its directory changed, so that a killed run is not
     * passed over for an older one.
     */
    private static Instant began(Path run) {
        return files(run).stream()
                .flatMap(file -> ShardFile.header(file).stream())
                .map(RecordHeader::startedAt)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> {
                    try {
                        return Files.getLastModifiedTime(run).toInstant();
                    } catch (IOException gone) {
                        return Instant.MIN;
                    }
                });
    }

    /** What is left of a run. Never fails: whatever is wrong is a flaw of the record. */
    public RunRecord read(String runId) {
        var files = files(records.resolve(runId));
        if (files.isEmpty()) {
            return nothing(runId, "There is no record of run " + runId + " in " + records + "." + RUN_AGAIN);
        }
        List<ShardFile> shards;
        try (var readers = new ParallelLineParser(Runtime.getRuntime().availableProcessors())) {
            shards = files.stream()
                    .map(file -> ShardFile.read(file, runId, contract, demands, readers))
                    .toList();
        }
        var flaws = new ArrayList<RecordFlaw>();
        shards.forEach(shard -> flaws.addAll(shard.flaws()));
        var begun = BegunShards.in(records.resolve(runId));
        shards.forEach(shard -> shard.header()
                .flatMap(header -> begun.flaw(header, shard.place()))
                .ifPresent(flaws::add));
        var header = shards.stream().flatMap(shard -> shard.header().stream()).findFirst();
        var agreeing = header.map(first -> agreeing(first, shards, flaws)).orElse(List.of());
        var refusals =
                shards.stream().flatMap(shard -> shard.refusals().stream()).toList();
        var present = (int) agreeing.stream()
                .flatMap(shard -> shard.header().stream())
                .map(RecordHeader::shard)
                .distinct()
                .count();
        return new RunRecord(
                runId,
                header,
                merged(agreeing, flaws),
                refusals,
                flaws,
                present,
                agreeing.stream().flatMap(shard -> shard.traffic().stream()).findFirst(),
                demands.attempt().isPresent());
    }

    /** What is left when the latest run was asked for and there is none. */
    public RunRecord nothing() {
        return nothing("", "There is no record of any run in " + records + "." + RUN_AGAIN);
    }

    private RunRecord nothing(String runId, String message) {
        return new RunRecord(
                runId,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(RecordFlaw.missing("record-missing", message)),
                0,
                Optional.empty(),
                demands.attempt().isPresent());
    }

    private static List<Path> files(Path run) {
        try (var files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().matches("observations-.*\\.jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    /**
     * The shards of the run that the first of them speaks of: what was seen elsewhere must not stand in for what is
     * missing here.
     */
    private static List<ShardFile> agreeing(RecordHeader first, List<ShardFile> shards, List<RecordFlaw> flaws) {
        var agreeing = new ArrayList<ShardFile>();
        var present = new HashSet<Integer>();
        for (var shard : shards) {
            shard.header().ifPresent(header -> {
                var differences = header.differencesFrom(first);
                boolean again = !present.add(header.shard());
                if (!differences.isEmpty()) {
                    flaws.add(RecordFlaw.wrong(
                            "shards-disagree",
                            shard.place(),
                            "it differs from the run's first shard in " + String.join(", ", differences)
                                    + ", so what it observed does not count."));
                    return;
                }
                agreeing.add(shard);
                if (again) {
                    flaws.add(RecordFlaw.wrong(
                            "shard-twice", shard.place(), "shard " + header.shard() + " of this run is there twice."));
                }
            });
        }
        IntStream.rangeClosed(1, first.shards())
                .filter(index -> !present.contains(index))
                .limit(20)
                .forEach(index -> flaws.add(RecordFlaw.missing(
                        RecordFlaw.SHARD_MISSING,
                        "Shard " + index + " of " + first.shards() + " has left no record. Run it, or collect it.")));
        return agreeing;
    }

    private static List<Observation> merged(List<ShardFile> shards, List<RecordFlaw> flaws) {
        var places = new HashMap<String, RecordLocation>();
        var observations = new ArrayList<Observation>();
        for (var shard : shards) {
            for (var observation : shard.observations()) {
                var id = observation.requirement().id();
                var earlier = places.putIfAbsent(id, observation.place());
                if (earlier == null) {
                    observations.add(observation);
                } else {
                    flaws.add(RecordFlaw.wrong(
                            "duplicate-requirement",
                            observation.place(),
                            id + " was observed before, at " + earlier + "; which one is to count, nobody knows."));
                }
            }
        }
        return observations;
    }
}
