package io.regcontract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long {@code regcontract judge} takes for a HAR, and Redocly's {@code drift} with our own OpenAPI description, in turn:
 * each a whole process, from its start to its report.
 */
final class JudgeBenchmark {

    private static final String SERVER = "https://shop.janraincapture.com";

    /** Of both: what the HAR holds contradicts the contract or the description here and there. */
    private static final int CONTRADICTED = 1;

    private final BenchmarkWorkspace workshop;

    JudgeBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    void run() throws IOException, InterruptedException {
        var rounds = workshop.number("rounds", 5);
        var redocly = NpmTool.installed(workshop, "@redocly/cli", workshop.word("redocly", "2.77.0"), "redocly");
        System.out.printf("%n| HAR | MB | judge, s | drift, s | drift / judge, medians of %d |%n", rounds);
        System.out.println("|---|---:|---:|---:|---:|");
        for (var har : workshop.word("har", "").split(",", -1)) {
            if (!Files.isRegularFile(Path.of(har))) {
                throw new IOException("'" + har + "' is no file: name HAR files with -Dwith=har=FILE,FILE.");
            }
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                ours.add(seconds(judge(har)));
                theirs.add(seconds(drift(redocly, har)));
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.1f | %.1f | %.2f (%s) |%n",
                    Path.of(har).getFileName(),
                    Files.size(Path.of(har)) / 1e6,
                    new Measurements(ours).median(),
                    new Measurements(theirs).median(),
                    Measurements.ratios(theirs, ours).median(),
                    Measurements.ratios(theirs, ours).interval());
        }
    }

    private ProcessBuilder judge(String har) {
        var reports = workshop.directory("judge").toAbsolutePath().toString();
        return new ProcessBuilder(
                workshop.command().toString(),
                "judge",
                har,
                "--host=*.janraincapture.com",
                "--records=" + reports,
                "--out=" + reports,
                "--history=" + reports);
    }

    private ProcessBuilder drift(Path redocly, String har) {
        var process = new ProcessBuilder(
                redocly.toString(),
                "drift",
                har,
                "--api=" + workshop.root().resolve("schemas/target/openapi.yaml"),
                "--server=" + SERVER,
                "--format=csv",
                "--output=" + workshop.directory("judge").resolve("drift.csv").toAbsolutePath());
        process.environment().put("REDOCLY_TELEMETRY", "off");
        process.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        return process;
    }

    private double seconds(ProcessBuilder command) throws IOException, InterruptedException {
        var output = workshop.directory("judge").resolve("output.txt");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.directory(workshop.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var begin = System.nanoTime();
        int exit = command.start().waitFor();
        var seconds = BenchmarkWorkspace.seconds(System.nanoTime() - begin);
        if (exit != 0 && exit != CONTRADICTED) {
            throw new IOException("exit " + exit + ", see " + output + ": " + List.copyOf(command.command()));
        }
        return seconds;
    }
}
