package io.regcontract.drill.report;

import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.page.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The directory that gets the report of a drill. */
public final class ReportDirectory {

    private static final String JSON = "drills.json";

    private final ReportFiles files;

    private ReportDirectory(ReportFiles files) {
        this.files = files;
    }

    /**
     * Makes sure that files can be written there, and takes an earlier report away, so that none stands for a drill that
     * did not end.
     *
     * @throws IOException when they cannot
     */
    public static ReportDirectory prepare(Path directory) throws IOException {
        return new ReportDirectory(ReportFiles.prepare(directory, List.of(ReportFiles.PAGE, JSON, ReportFiles.JUNIT)));
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
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(JSON, JsonReport.text(decision));
        texts.put(ReportFiles.JUNIT, JUnitReport.text(decision));
        texts.put(ReportFiles.PAGE, HtmlPage.text(decision));
        for (var text : texts.values()) {
            if (secrets.stream().anyMatch(text::contains)) {
                throw new IllegalStateException("a secret of the simulator would stand in the report");
            }
        }
        return files.write(texts);
    }
}
