package io.regcontract.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code class-archive}: a shorter start, for who took the jar elsewhere than where it was built. */
@Command(
        name = "class-archive",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Makes a class data archive of this jar, for the Java that runs it: the start is shorter with"
                + " -XX:SharedArchiveFile=FILE. bin/regcontract uses lib/regcontract-JAVA_VERSION.jsa by itself.")
final class ArchiveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where the archive goes; one that is there is replaced.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try {
            ClassDataArchive.make(ClassDataArchive.ownJar(), file);
        } catch (IOException none) {
            throw new ParameterException(spec.commandLine(), "No archive was made: " + none.getMessage() + ".");
        }
        return 0;
    }
}
