package io.regcontract.report.cli;

import io.regcontract.report.history.BaselineFile;
import io.regcontract.report.history.RunComparison;
import io.regcontract.report.judge.Baseline;
import io.regcontract.report.render.export.ChangeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what differs between two runs, or two environments, by requirement. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Compares two runs, or two environments, by requirement.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no requirement differs", "2:a wrong call, or a file that is no baseline", "6:they differ"})
final class DiffCommand implements Callable<Integer> {

    static final int DIFFERENT = 6;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "A baseline.json, or a directory that the gate wrote one to.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The same of the other run.")
    private Path after = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets diff.md and diff.json. Default: Markdown on the console.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (out.filter(directory -> directory.toString().isBlank()).isPresent()) {
            throw new UsageException("--out has no value: name a directory, or leave it out.");
        }
        var changes = RunComparison.between(read(before), read(after));
        if (out.isPresent()) {
            write(changes, out.get());
        } else {
            spec.commandLine().getOut().print(ChangeReport.markdown(changes));
        }
        spec.commandLine().getOut().flush();
        return changes.all().isEmpty() ? 0 : DIFFERENT;
    }

    private static void write(RunComparison changes, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.write(
                    directory.resolve("diff.md"), ChangeReport.markdown(changes).getBytes(StandardCharsets.UTF_8));
            Files.write(
                    directory.resolve("diff.json"), ChangeReport.json(changes).getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UsageException(
                    "The comparison cannot be written to " + directory + ": name a directory that can be, with --out.");
        }
    }

    private static Baseline read(Path path) {
        try {
            return BaselineFile.read(Files.isDirectory(path) ? path.resolve(BaselineFile.NAME) : path);
        } catch (BaselineFile.UnreadableException wrong) {
            throw new UsageException(wrong.getMessage() + " Take a " + BaselineFile.NAME + " that the gate wrote.");
        }
    }
}
