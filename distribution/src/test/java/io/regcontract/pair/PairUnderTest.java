package io.regcontract.pair;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.validation.FileFormats;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command in a project of its own, with the profiles and the policy that come with the program. */
final class PairUnderTest {

    private static final Path PROJECT = Path.of(System.getProperty("regcontract.root", ".."));

    private final Path root;

    PairUnderTest(Path root) {
        this.root = root;
    }

    /** A new one in a directory that is not there yet. */
    static PairUnderTest in(Path root) {
        try {
            for (var directory : List.of("environments/profiles", "reports/policy")) {
                copy(PROJECT.resolve(directory), root.resolve(directory));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new PairUnderTest(root);
    }

    /** What came of it. */
    record Outcome(int exitCode, String out, String err, Path reports) {

        JsonNode json() {
            try {
                var json = JsonMapper.shared().readTree(Files.readString(reports.resolve("pair.json")));
                assertThat(FileFormats.validate("pair", json)).isEmpty();
                return json;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Each difference in a line: {@code code 380 -> 390}. */
        List<String> differences() {
            return json().path("differences")
                    .valueStream()
                    .map(one -> one.get("about").stringValue() + " "
                            + one.get("old").stringValue() + " -> "
                            + one.get("new").stringValue())
                    .toList();
        }

        String page() {
            try {
                return Files.readString(reports.resolve("index.html"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    Outcome pair(String... arguments) {
        var typed = new ArrayList<>(List.of("pair", "--root", root.toString()));
        typed.addAll(List.of(arguments));
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode =
                RegcontractCommand.execute(new PrintWriter(out), new PrintWriter(err), typed.toArray(new String[0]));
        return new Outcome(exitCode, out.toString(), err.toString(), root.resolve("reports/target/pair"));
    }

    Path run(String id) {
        return root.resolve("contract-tests/target/regcontract/runs").resolve(id);
    }

    Path profiles() {
        return root.resolve("environments/profiles");
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
