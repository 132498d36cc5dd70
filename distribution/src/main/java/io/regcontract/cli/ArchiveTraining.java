package io.regcontract.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Does once what people do most, so that Java sees which classes that takes: a run of every code, and its gate. */
final class ArchiveTraining {

    private ArchiveTraining() {}

    /**
     * Runs and judges in a directory.
     *
     * @param arguments the directory
     * @throws IllegalStateException when a command does not end with 0, with what it said before
     */
    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]);
        var profile = directory.resolve("environments/profiles/simulator.yaml");
        copy("training/simulator.yaml", profile);
        copy("training/gate.yaml", directory.resolve("policy/gate.yaml"));
        execute("run", "--root", directory.toString(), "--scope", "codes", "--run", "training");
        execute(
                "gate",
                "--run=training",
                "--records=" + directory.resolve("contract-tests/target/regcontract/runs"),
                "--policy=" + directory.resolve("policy"),
                "--profiles=" + profile.getParent(),
                "--history=" + directory.resolve("history"),
                "--out=" + directory.resolve("report"));
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var content = ArchiveTraining.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IOException("the jar has no " + resource);
            }
            Files.copy(content, file);
        }
    }

    private static void execute(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var code = RegcontractCommand.execute(out, out, arguments);
        if (code != 0) {
            throw new IllegalStateException("'" + String.join(" ", arguments) + "' ended with " + code);
        }
    }
}
