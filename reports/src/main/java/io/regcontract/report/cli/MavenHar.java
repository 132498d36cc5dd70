package io.regcontract.report.cli;

import io.regcontract.contract.input.RunId;
import io.regcontract.contract.text.SafeText;
import io.regcontract.report.record.RunRefusal;
import io.regcontract.report.render.har.HarFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code -Dhar=FILE}: what was exchanged in this build's run, as HAR. */
final class MavenHar {

    /** From the root of the project. Empty for none; {@code true} where the property has no value. */
    @Option(names = "--har")
    private String har = "";

    /** Why nothing is judged. */
    Optional<RunRefusal> refusal(ProjectPaths paths) {
        if (har.equals("true") || (asked() && Files.isDirectory(paths.below(har)))) {
            return Optional.of(new RunRefusal(
                    true,
                    har.equals("true")
                            ? "-Dhar names no file."
                            : "-Dhar=" + SafeText.text(har) + " is a directory, and no file.",
                    "Name the file that gets what was exchanged: -Dhar=target/run.har."));
        }
        return Optional.empty();
    }

    /** Writes it, if it is asked for. What is wrong with the file does not change what the run has shown. */
    Optional<String> write(ProjectPaths paths, String run, String attempt) {
        if (!asked() || refusal(paths).isPresent()) {
            return Optional.empty();
        }
        var file = paths.below(har);
        try {
            // A name that is none becomes no path.
            var written = RunId.is(run)
                    ? HarFile.write(paths.records().resolve(run), Optional.of(attempt), file)
                    : Optional.<Integer>empty();
            return Optional.of(written.map(entries -> "HAR: " + file + " (" + entries + " exchanges)")
                    .orElse("HAR: none, this build has left no record of a run."));
        } catch (IOException failed) {
            return Optional.of("HAR: none, " + file + " cannot be written: "
                    + SafeText.text(String.valueOf(failed.getMessage())) + ". Name another file with -Dhar=FILE.");
        }
    }

    /** Where to look for secrets: the HAR too, wherever it is. */
    List<Path> beside(List<Path> places, ProjectPaths paths) {
        var all = new ArrayList<>(places);
        if (asked() && Files.isRegularFile(paths.below(har))) {
            all.add(paths.below(har));
        }
        return all;
    }

    private boolean asked() {
        return !har.isBlank();
    }
}
