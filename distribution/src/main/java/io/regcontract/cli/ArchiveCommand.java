package io.regcontract.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
        description =
                "Makes class data archives of this jar, for the Java that runs it, with which its commands start sooner."
                        + " bin/regcontract uses those beside the jar by itself.")
final class ArchiveCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Where the archives go, in place of those that are there; beside the jar when left out.")
    private Optional<Path> directory = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try {
            var jar = ClassDataArchive.ownJar();
            ClassDataArchive.make(jar, directory.orElse(jar.resolveSibling("")));
        } catch (IOException none) {
            throw new ParameterException(spec.commandLine(), "No archive was made: " + none.getMessage() + ".");
        }
        return 0;
    }
}
