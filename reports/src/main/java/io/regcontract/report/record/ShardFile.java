package io.regcontract.report.record;

import io.regcontract.contract.Contract;
import io.regcontract.contract.input.ReadableFile;
import io.regcontract.report.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Reads one file of a record: a header, observations, perhaps a refusal, a footer. */
final class ShardFile {

    /** Generous: an exchange may hold a body of some MiB, escaped. */
    static final int LONGEST_LINE_IN_BYTES = 32 * 1024 * 1024;

    /** What is wrong with one file soon repeats itself. */
    private static final int MOST_FLAWS = 20;

    private final String runId;
    private final Contract contract;
    private final RecordCriteria demands;
    private final String file;
    private final ParallelLineParser readers;
    private final TrafficChecks traffic;
    private final ScopeChecks scope;
    private final List<Observation> observations = new ArrayList<>();
    private final List<RunRefusal> refusals = new ArrayList<>();
    private final List<RecordFlaw> flaws = new ArrayList<>();
    private Optional<RecordHeader> header = Optional.empty();
    private Set<String> catalogue = Set.of();
    private int observationLines;
    private int unreadableLines;
    private boolean footed;
    private boolean foreign;

    private ShardFile(
            String runId, Contract contract, RecordCriteria demands, String file, ParallelLineParser readers) {
        this.readers = readers;
        this.runId = runId;
        this.contract = contract;
        this.traffic = new TrafficChecks(contract);
        this.scope = new ScopeChecks(contract);
        this.demands = demands;
        this.file = file;
    }

    static ShardFile read(
            Path file, String runId, Contract contract, RecordCriteria demands, ParallelLineParser readers) {
        var shard = new ShardFile(runId, contract, demands, String.valueOf(file.getFileName()), readers);
        try (var lines = BoundedLineReader.of(file, LONGEST_LINE_IN_BYTES)) {
            shard.read(lines);
        } catch (ReadableFile.NotRegularException pipe) {
            shard.flaw(RecordFlaw.wrong(
                    "record-unreadable",
                    new RecordLocation(shard.file, 0),
                    "this is a pipe or a device, and no file with a record."));
        } catch (IOException unreadable) {
            shard.flaw(RecordFlaw.wrong(
                    "record-unreadable", new RecordLocation(shard.file, 0), "the file cannot be read."));
        }
        return shard;
    }

    /** The header of a file, if its first line is one. */
    static Optional<RecordHeader> header(Path file) {
        try (var lines = BoundedLineReader.of(file, LONGEST_LINE_IN_BYTES)) {
            return lines.next()
                    .map(line ->
                            RecordLineParser.parse(line, new RecordLocation(String.valueOf(file.getFileName()), 1)))
                    .flatMap(line -> line instanceof RecordLineParser.HeaderLine found
                            ? Optional.of(found.header())
                            : Optional.empty());
        } catch (IOException | BoundedLineReader.UnreadableLineException unreadable) {
            return Optional.empty();
        }
    }

    Optional<RecordHeader> header() {
        return header;
    }

    Optional<Traffic> traffic() {
        return traffic.traffic();
    }

    List<Observation> observations() {
        return observations;
    }

    List<RunRefusal> refusals() {
        return refusals;
    }

    List<RecordFlaw> flaws() {
        return flaws;
    }

    RecordLocation place() {
        return new RecordLocation(file, 0);
    }

    private void read(BoundedLineReader lines) throws IOException {
        var underWay = new ArrayDeque<Future<List<ParallelLineParser.Read>>>();
        boolean more = true;
        while (more && !foreign) {
            var batch = new ParallelLineParser.Batch(file);
            while (more && !batch.full()) {
                try {
                    var line = lines.next();
                    more = line.isPresent();
                    line.ifPresent(batch::add);
                } catch (BoundedLineReader.UnreadableLineException overlong) {
                    unreadableLines++;
                    flaw(RecordFlaw.wrong(
                            "record-invalid", new RecordLocation(file, lines.number()), overlong.getMessage() + "."));
                }
            }
            if (!batch.isEmpty()) {
                underWay.add(readers.read(batch));
            }
            while (underWay.size() > (more ? readers.ahead() : 0)) {
                ParallelLineParser.await(underWay.remove()).forEach(read -> take(read.line(), read.place()));
            }
        }
        if (foreign) {
            return;
        }
        if (!footed) {
            flaw(RecordFlaw.missing(
                    "footer-missing",
                    file + ": the record ends without its footer, as it does when a run is killed. Run again."));
        }
        traffic.ofTheEnd(header).forEach(wrong -> invalid(place(), wrong));
        if (header.isEmpty() && refusals.isEmpty()) {
            flaw(RecordFlaw.wrong("record-invalid", place(), "no header says what this file is a record of."));
        }
    }

    private void take(RecordLineParser.Line line, RecordLocation place) {
        if (foreign) {
            return;
        }
        if (footed) {
            flaw(RecordFlaw.wrong("record-invalid", place, "something stands behind the footer."));
        } else if (line instanceof RecordLineParser.HeaderLine found) {
            takeHeader(found.header(), place);
        } else if (line instanceof RecordLineParser.ObservationLine found) {
            observationLines++;
            takeObservation(found.observation());
        } else if (line instanceof RecordLineParser.TrafficLine found) {
            traffic.take(found.traffic(), header, demands).ifPresent(wrong -> invalid(place, wrong));
        } else if (line instanceof RecordLineParser.RefusalLine found) {
            refusals.add(found.refusal());
        } else if (line instanceof RecordLineParser.FooterLine found) {
            footed = true;
            takeFooter(found, place);
        } else if (line instanceof RecordLineParser.Malformed malformed) {
            unreadableLines++;
            flaw(RecordFlaw.wrong(
                    malformed.cutOff() ? "record-truncated" : "record-invalid", place, malformed.message() + "."));
        }
    }

    private void takeHeader(RecordHeader found, RecordLocation place) {
        if (!found.runId().equals(runId)) {
            flaw(foreign(place, found.runId()));
        } else if (header.isPresent() || observationLines > 0) {
            flaw(RecordFlaw.wrong("record-invalid", place, "a header stands here that is not the first line."));
        } else if (found.shard() > found.shards()) {
            flaw(RecordFlaw.wrong(
                    "record-invalid", place, "this is shard " + found.shard() + " of only " + found.shards() + "."));
        } else if (demands.attempt()
                .filter(asked -> !asked.equals(found.attempt()))
                .isPresent()) {
            foreign = true;
            flaw(RecordFlaw.wrong(
                    "attempt-differs",
                    new RecordLocation(file, 0),
                    "this record of run " + runId + " was begun at " + found.startedAt()
                            + ", by another build or command than the one that is judged, which has left none."
                            + RecordReader.RUN_AGAIN));
        } else {
            header = Optional.of(found);
            catalogue = Set.copyOf(found.catalogue());
            found.catalogue().stream()
                    .filter(id -> contract.find(Requirement.codeOf(id)).isEmpty())
                    .forEach(id -> flaw(RecordFlaw.wrong(
                            "unknown-code", place, "the catalogue has " + id + ", whose code is not documented.")));
            scope.ofTheHeader(found).ifPresent(wrong -> invalid(place, wrong));
            HeaderChecks.flaws(found, place, contract, demands, traffic).forEach(this::flaw);
        }
    }

    private void takeObservation(Observation found) {
        var requirement = found.requirement();
        if (header.isEmpty()) {
            flaw(RecordFlaw.wrong("record-invalid", found.place(), "an observation stands here before the header."));
        } else if (contract.find(requirement.code()).isEmpty()) {
            flaw(RecordFlaw.wrong(
                    "unknown-code", found.place(), requirement.id() + " is about a code that is not documented."));
        } else if (Requirement.codeOf(requirement.id()) != requirement.code()) {
            flaw(RecordFlaw.wrong(
                    "record-invalid",
                    found.place(),
                    requirement.id() + " says it is about code " + requirement.code() + "."));
        } else if (!catalogue.contains(requirement.id())
                && !(header.get().environment().traffic() && traffic.goesBeyond(found))) {
            flaw(RecordFlaw.wrong(
                    "uncatalogued-requirement", found.place(), requirement.id() + " is not in the suite's catalogue."));
        } else {
            untimely(found, header.get()).ifPresent(this::flaw);
            var wrong = traffic.ofAnObservation(found, header.get(), demands)
                    .or(() -> scope.ofAnObservation(found, header.get()));
            if (wrong.isPresent()) {
                invalid(found.place(), wrong.get());
                return;
            }
            // A contradiction stays one, however little of a hostile answer can be read.
            if (found.doubt().isPresent()
                    && found.checks().stream().noneMatch(check -> check.must() && check.failsOutright())) {
                flaw(RecordFlaw.wrong(
                        "unproven-observation",
                        found.place(),
                        requirement.id() + " does not count: " + found.doubt().get() + "."));
                return;
            }
            notAccepted(found, header.get())
                    .ifPresentOrElse(
                            id -> flaw(RecordFlaw.wrong(
                                    "unaccepted-relaxation",
                                    found.place(),
                                    requirement.id() + " excuses a failing check with " + id
                                            + ", which the profile does not accept.")),
                            () -> observations.add(found));
        }
    }

    private void takeFooter(RecordLineParser.FooterLine footer, RecordLocation place) {
        if (!footer.runId().equals(runId)) {
            flaw(foreign(place, footer.runId()));
        }
        // A line that could not be read may have been one of those counted; that it could not is a flaw already.
        if (footer.observations() < observationLines || footer.observations() > observationLines + unreadableLines) {
            flaw(RecordFlaw.wrong(
                    "footer-mismatch",
                    place,
                    "the footer counts " + footer.observations() + " observations, above it stand " + observationLines
                            + "."));
        }
        header.flatMap(begun -> HeaderChecks.ofTheEnd(begun, footer.finishedAt(), place, demands))
                .ifPresent(this::flaw);
        footer.leftovers()
                .forEach(
                        left -> flaw(
                                RecordFlaw.wrong(
                                        RecordFlaw.LEFTOVER,
                                        place,
                                        "the run left behind the " + left
                                                + ". The janitor of the suite's command line removes it: janitor --env NAME --delete.")));
    }

    /** Only what was seen while the run went on was seen in it. */
    private Optional<RecordFlaw> untimely(Observation observation, RecordHeader header) {
        var began = observation.startedAt();
        boolean before = began.isBefore(header.startedAt().minus(RecordCriteria.CLOCKS_APART));
        // Traffic is older than its judging.
        return (before && !header.environment().traffic()) || demands.lieAhead(began)
                ? Optional.of(RecordFlaw.wrong(
                        "record-untimely",
                        observation.place(),
                        observation.requirement().id() + " was observed at " + began + ", and this run began at "
                                + header.startedAt() + "."))
                : Optional.empty();
    }

    private static Optional<String> notAccepted(Observation observation, RecordHeader header) {
        return observation.checks().stream()
                .flatMap(check -> check.relaxedBy().stream())
                .filter(id -> !header.environment().accepted().contains(id))
                .findFirst();
    }

    private RecordFlaw foreign(RecordLocation place, String other) {
        return RecordFlaw.wrong(
                "foreign-run", place, "this is of run " + other + ", the run to judge is " + runId + ".");
    }

    private void invalid(RecordLocation place, String wrong) {
        flaw(RecordFlaw.wrong("record-invalid", place, wrong));
    }

    private void flaw(RecordFlaw flaw) {
        if (flaws.size() < MOST_FLAWS) {
            flaws.add(flaw);
        } else if (flaws.size() == MOST_FLAWS) {
            flaws.add(RecordFlaw.wrong("record-invalid", place(), "more is wrong with this file than is listed here."));
        }
    }
}
