package io.regcontract.cli;

import io.regcontract.report.render.har.HarFile;
import io.regcontract.suite.cli.RunExtension;
import io.regcontract.suite.plan.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run --har FILE}: what was exchanged, for viewers of HAR. */
@Command
final class HarOption implements RunExtension {

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = {
                "Gets all that was exchanged, as HAR 1.2, secrets taken out; a file that is there is replaced. The "
                        + "developer tools of a browser open it, and 'judge' judges it."
            })
    private Optional<Path> file = Optional.empty();

    @Override
    public void prepare() {
        file.ifPresent(HarOption::refuseUnwritable);
    }

    @Override
    public Optional<String> make(Path run, String attempt) throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var target = file.get();
        var written = HarFile.write(run, Optional.of(attempt), target);
        return written.map(entries -> "HAR: " + target + " (" + entries + " exchanges)");
    }

    /** Before minutes of work, not after. */
    private static void refuseUnwritable(Path target) {
        var output = new OutputFile("--har", target);
        output.noFile("the HAR").ifPresent(sentence -> {
            throw new InvalidSettingsException(sentence);
        });
        try {
            var directory = Files.createDirectories(target.toAbsolutePath().getParent());
            if (!Files.isWritable(directory)) {
                throw new IOException("its directory is read-only");
            }
        } catch (IOException refused) {
            throw new InvalidSettingsException(output.unwritable(refused));
        }
    }
}
