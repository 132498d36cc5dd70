package io.regcontract.traffic.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of all who judge traffic: how the service speaks, and what the record is to be. */
public final class RecordOptions {

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = {
                "How the service speaks: documented, to the letter of the documentation; observed, as the real service was "
                        + "recorded. Default: that of the profile; without one, documented."
            })
    private Optional<String> dialect = Optional.empty();

    @Option(names = "--run", paramLabel = "ID", description = "What the record is called. Default: the time.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--bodies",
            description = {
                "Keeps the bodies of samples with the data of people in them. Secrets are taken out all the same. Default: "
                        + "what may be data of people is left out of record and reports."
            })
    private boolean bodies;

    /** How the service speaks, as it was typed. */
    public Optional<String> dialect() {
        return dialect;
    }

    /** What the record is to be called. */
    public Optional<String> run() {
        return run;
    }

    /** Whether data of people is kept. */
    public boolean keepsBodies() {
        return bodies;
    }
}
