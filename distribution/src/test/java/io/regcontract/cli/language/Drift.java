package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.openapi.OpenApiDescription;
import io.regcontract.contract.openapi.OpenApiDialect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Redocly's drift, which compares traffic with a description. */
final class Drift {

    private static final String REDOCLY = "@redocly/cli@2.77.0";

    /** Run, finding, exchange, severity, category, rule, and a message that may be quoted and hold quotes. */
    private static final Pattern ROW = Pattern.compile(
            "[^,]*,[^,]*,(?<exchange>\\d+),(?<severity>[^,]*),[^,]*,[^,]*,(?<message>\"(?:[^\"]|\"\")*\"|[^,]*),"
                    + "(?:\"(?:[^\"]|\"\")*\"|[^,]*,){6}(?<target>request|response),.*");

    private final Path directory;

    private Drift(Path directory) {
        this.directory = directory;
    }

    /** What it says of one exchange, counted from 0. */
    record Finding(int exchange, String target, String message) {}

    /** Installs it, or skips the test. */
    static Drift in(Path directory) throws IOException, InterruptedException {
        Program.npmInstall(directory, REDOCLY);
        return new Drift(directory);
    }

    List<Finding> of(List<HarFile.Entry> entries, OpenApiDialect dialect) throws IOException, InterruptedException {
        var har = HarFile.write(Files.createTempFile(directory, "traffic", ".har"), entries);
        var description = directory.resolve(dialect.word() + ".yaml");
        Files.writeString(description, OpenApiDescription.yaml(Contract.load(), dialect));
        var report = Files.createTempFile(directory, "findings", ".csv");
        var server = URI.create(entries.get(0).exchange().url());
        var ended = Program.run(
                directory,
                Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
                List.of(
                        "node_modules/.bin/redocly",
                        "drift",
                        har.toString(),
                        "--api=" + description,
                        "--server=" + server.getScheme() + "://" + server.getAuthority(),
                        "--format=csv",
                        "--output=" + report));
        var rows = Files.readAllLines(report);
        assertThat(rows).as(ended.output()).isNotEmpty();
        return rows.stream().skip(1).map(Drift::finding).toList();
    }

    private static Finding finding(String row) {
        var matcher = ROW.matcher(row);
        assertThat(matcher.matches()).as(row).isTrue();
        return new Finding(
                Integer.parseInt(matcher.group("exchange")), matcher.group("target"), matcher.group("message"));
    }
}
