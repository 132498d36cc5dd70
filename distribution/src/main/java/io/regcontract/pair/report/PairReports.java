package io.regcontract.pair.report;

import io.regcontract.page.ReportFiles;
import io.regcontract.pair.judge.PairDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The directory that gets the report of a pair. */
public final class PairReports {

    private static final String JSON = "pair.json";

    private final ReportFiles files;

    private PairReports(ReportFiles files) {
        this.files = files;
    }

    /**
     * Makes sure that files can be written there, and takes an earlier report away, so that none stands for a pair that did
     * not end.
     *
     * @throws IOException when they cannot
     */
    public static PairReports prepare(Path directory) throws IOException {
        return new PairReports(ReportFiles.prepare(directory, List.of(ReportFiles.PAGE, JSON, ReportFiles.JUNIT)));
    }

    /**
     * Writes the report; each file whole or not at all.
     *
     * @return the page
     * @throws IOException when a file cannot be written
     */
    public Path write(PairDecision decision) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        texts.put(JSON, PairJson.text(decision));
        texts.put(ReportFiles.JUNIT, PairJUnit.text(decision));
        texts.put(ReportFiles.PAGE, PairPage.text(decision));
        return files.write(texts);
    }
}
