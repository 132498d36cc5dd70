package io.regcontract.drill.report;

import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.report.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The directory that gets the report of a drill. */
public final class ReportDirectory {

    private static final String PAGE = "index.html";
    private static final String JSON = "drills.json";
    private static final String JUNIT = "junit.xml";

    private final Path directory;

    private ReportDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes sure that files can be written there, and takes an earlier report away, so that none stands for a drill that
     * did not end.
     *
     * @throws IOException when they cannot
     */
    public static ReportDirectory prepare(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var name : List.of(PAGE, JSON, JUNIT)) {
            Files.deleteIfExists(directory.resolve(name));
        }
        Files.delete(Files.createTempFile(directory, "regcontract", ".tmp"));
        return new ReportDirectory(directory);
    }

    /**
     * Writes the report; each file whole or not at all.
     *
     * @param secrets that the command was given: none of them may stand in a report
     * @return the page
     * @throws IOException when a file cannot be written
     * @throws IllegalStateException when a secret would be written; then nothing is
     */
    public Path write(DrillDecision decision, List<String> secrets) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(JSON, JsonReport.text(decision));
        files.put(JUNIT, JUnitReport.text(decision));
        files.put(PAGE, HtmlPage.text(decision));
        for (var text : files.values()) {
            if (secrets.stream().anyMatch(text::contains)) {
                throw new IllegalStateException("a secret of the simulator would stand in the report");
            }
        }
        for (var file : files.entrySet()) {
            AtomicFile.write(directory.resolve(file.getKey()), file.getValue());
        }
        return directory.resolve(PAGE);
    }
}
