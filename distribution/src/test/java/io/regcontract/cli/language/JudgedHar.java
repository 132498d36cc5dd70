package io.regcontract.cli.language;

import io.regcontract.cli.RegcontractCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code regcontract judge} made of a HAR.
 *
 * @param exit code of the command
 * @param output what it printed
 * @param record the lines of the record
 */
record JudgedHar(int exit, String output, List<JsonNode> record) {

    /** @param directory gets record and reports */
    static JudgedHar of(Path har, Path directory) throws IOException {
        var out = new StringWriter();
        var printer = new PrintWriter(out, true);
        var run = "judged-" + UUID.randomUUID();
        var exit = RegcontractCommand.execute(
                printer,
                printer,
                "judge",
                har.toString(),
                "--root=" + directory,
                "--run=" + run,
                "--policy=" + Path.of(System.getProperty("regcontract.root"), "reports/policy"));
        var records = directory.resolve("contract-tests/target/regcontract/runs/" + run);
        try (var files = Files.list(records)) {
            var record =
                    files.filter(file -> file.toString().endsWith(".jsonl")).findFirst();
            return new JudgedHar(exit, out.toString(), lines(record));
        }
    }

    private static List<JsonNode> lines(Optional<Path> record) throws IOException {
        try (Stream<String> lines = Files.lines(record.orElseThrow())) {
            return lines.<JsonNode>map(JsonMapper.shared()::readTree).toList();
        }
    }

    /** Every judged error, as {@code 361 /entity.create}, sorted. */
    List<String> answers() {
        return observations()
                .flatMap(line -> LongStream.range(
                                0, line.path("answers").path("judged").longValue())
                        .mapToObj(each -> line.path("requirement").path("code").intValue() + " "
                                + line.path("requirement").path("operation").stringValue()))
                .sorted()
                .toList();
    }

    /** How many of them contradict the contract. */
    long contradicted() {
        return observations()
                .mapToLong(line -> line.path("answers").path("contradicted").longValue())
                .sum();
    }

    /** How many calls of the API it found. */
    long calls() {
        return record.stream()
                .filter(line -> line.path("type").stringValue().equals("traffic"))
                .flatMap(line -> line.path("operations").valueStream())
                .mapToLong(operation -> operation.path("calls").longValue())
                .sum();
    }

    private Stream<JsonNode> observations() {
        return record.stream().filter(line -> line.path("type").stringValue().equals("observation"));
    }
}
