package io.regcontract.traffic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.judge.TrafficSummary;
import io.regcontract.traffic.judge.WitnessedPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Files that are judged, by the options that a person would type. */
final class TrafficUnderTest {

    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final Path directory;
    private int runs;

    TrafficUnderTest(Path directory) {
        this.directory = directory;
    }

    Path file(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Judges a HAR alone. */
    Outcome judge(HarFile har, String... options) throws IOException {
        return judge(List.of(file("shop.har", har.toString())), options);
    }

    Outcome judge(List<Path> files, String... options) {
        return judge(2, files, options);
    }

    /** @throws InvalidSettingsException when an option cannot be used */
    Outcome judge(int threads, List<Path> files, String... options) {
        var arguments = new ArrayList<String>(List.of(options));
        arguments.add("--run");
        arguments.add("run-" + ++runs);
        files.forEach(file -> arguments.add(file.toString()));
        var command = new OptionsAlone();
        new CommandLine(command).parseArgs(arguments.toArray(new String[0]));
        var plan = JudgePlan.of(command.options, directory.resolve("records"), directory.resolve("profiles"), Map.of());
        var run = JudgeRun.of(
                plan, command.options.record().keepsBodies(), threads, Clock.fixed(NOW, ZoneOffset.UTC), read -> {});
        return new Outcome(run, plan.record().directory());
    }

    @Command
    private static final class OptionsAlone {
        @Mixin
        private JudgeOptions options = new JudgeOptions();
    }

    /** What came of it. */
    record Outcome(JudgeRun run, Path directory) {

        TrafficSummary summary() {
            return run.summary();
        }

        WitnessedPair pair(String id) {
            assertThat(summary().pairs()).containsKey(id);
            return summary().pairs().get(id).witnessed();
        }

        /** The ids of the checks that fail for a pair, other than what is only noted. */
        List<String> failures(String id) {
            return pair(id).checks().stream()
                    .filter(check -> check.failures() > 0)
                    .map(check -> check.first().id())
                    .toList();
        }

        WitnessedPair.CheckedAnswers check(String id, String check) {
            return pair(id).checks().stream()
                    .filter(each -> each.first().id().equals(check))
                    .findFirst()
                    .orElseThrow();
        }

        String record() {
            try (var files = Files.list(directory)) {
                return Files.readString(
                        files.filter(file -> file.getFileName().toString().startsWith("observations-"))
                                .findFirst()
                                .orElseThrow());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The lines of the record, each as its format says. */
        List<JsonNode> lines() {
            var lines = record().lines().map(HarFile.JSON::readTree).toList();
            lines.forEach(line -> assertThat(FileFormats.validate("observation", line))
                    .as(line.toString())
                    .isEmpty());
            return lines;
        }

        String printed() {
            return String.join("\n", JudgeReport.lines(run));
        }
    }
}
