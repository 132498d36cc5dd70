package io.regcontract.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.openapi.OpenApiDescription;
import io.regcontract.contract.openapi.OpenApiDialect;
import io.regcontract.report.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openapi}: the contract as an OpenAPI description. */
@Command(
        name = "openapi",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the contract as an OpenAPI 3.1 description in YAML: every operation, and by code each error that can"
                    + " come from it. Nothing is called. "
                    + "Judge traffic by it, mock it, or make a client: docs/openapi.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the description is written", "2:the call cannot be served"})
final class OpenApiCommand implements Callable<Integer> {

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "documented",
            description =
                    "How the described service speaks: documented, to the letter of the documentation; observed, as the"
                            + " real service was recorded. Default: ${DEFAULT-VALUE}.")
    private String dialect = "documented";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it; a file that is there is replaced. Left out: to the standard output.")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var text = OpenApiDescription.yaml(Contract.load(), spoken());
        var out = spec.commandLine().getOut();
        if (file.isPresent()) {
            write(file.get(), text);
            out.println("OpenAPI description: " + file.get());
        } else {
            out.print(text);
        }
        out.flush();
        return 0;
    }

    private OpenApiDialect spoken() {
        return Arrays.stream(OpenApiDialect.values())
                .filter(known -> known.word().equals(dialect))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--dialect '" + dialect + "' is not known. Choose one of: "
                                + Arrays.stream(OpenApiDialect.values())
                                        .map(OpenApiDialect::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private void write(Path target, String text) {
        var output = new OutputFile("--out", target);
        output.noFile("the description").ifPresent(sentence -> {
            throw new ParameterException(spec.commandLine(), sentence);
        });
        try {
            AtomicFile.write(target, text);
        } catch (IOException refused) {
            throw new ParameterException(spec.commandLine(), output.unwritable(refused));
        }
    }
}
