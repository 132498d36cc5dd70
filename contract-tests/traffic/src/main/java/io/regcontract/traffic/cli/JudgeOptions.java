package io.regcontract.traffic.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code judge} that are not the gate's. */
public final class JudgeOptions {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "Recorded traffic: HAR 1.2 of a browser or a proxy, a file with an exchange on each line (NDJSON, format "
                        + "traffic), or the record of a run. A file packed with gzip is unpacked as it is read."
            })
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "GLOB",
            description = {
                "What belongs to the API by its host, as *.janraincapture.com or localhost:8080; may be given more than "
                        + "once. Default: any host, by the paths of the operations."
            })
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--base-path",
            paramLabel = "PATH",
            defaultValue = "",
            description = "What stands before the paths of the operations, as /capture. Default: nothing.")
    private String basePath = "";

    @Option(
            names = "--env",
            paramLabel = "PROFILE",
            description = {
                "A profile under environments/profiles: its address says what belongs to the API, and the errata and "
                        + "readings that it accepts are accepted. Nothing is sent there."
            })
    private Optional<String> environment = Optional.empty();

    @Mixin
    private RecordOptions record = new RecordOptions();

    @Option(
            names = "--against",
            paramLabel = "NEW",
            description = {
                "Compares the FILEs, as what was before, with this recording, as what is after, by operation and code: codes, "
                        + "names, fields and their types, HTTP status, form of the token; never ids, times and texts. Prints a table and "
                        + "writes diff.json; judges nothing, and writes no record. May be given more than once."
            })
    private List<Path> against = new ArrayList<>();

    @Option(
            names = "--seen-in-both",
            description = {
                "With --against: leaves out what only one of the two recordings has answers of. Default: that is a difference, "
                        + "since an error that is gone may have become a success."
            })
    private boolean seenInBoth;

    @Option(
            names = "--replay-against",
            paramLabel = "simulator",
            description = {
                "Judges nothing, and repeats the calls against a fresh simulator in this process: how many answers are alike "
                        + "by the contract is the figure, on the console and in fidelity.json. Ends with 0 where there is "
                        + "a figure, whatever it is, and with 4 where there is none, or a part could not be read. The "
                        + "only word: simulator."
            })
    private Optional<String> replayAgainst = Optional.empty();

    /** What the traffic is to be repeated against, as it was typed. */
    public Optional<String> replayAgainst() {
        return replayAgainst;
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    List<String> hosts() {
        return List.copyOf(hosts);
    }

    String basePath() {
        return basePath;
    }

    Optional<String> environment() {
        return environment;
    }

    /** How the service speaks, and what the record is to be. */
    public RecordOptions record() {
        return record;
    }

    /** The recording to compare with; empty where all is to be judged. */
    public List<Path> against() {
        return List.copyOf(against);
    }

    boolean seenInBoth() {
        return seenInBoth;
    }
}
