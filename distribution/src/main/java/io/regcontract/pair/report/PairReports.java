package io.regcontract.pair.report;

import io.regcontract.pair.judge.PairDecision;
import io.regcontract.report.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** The directory that gets the report of a pair. */
public final class PairReports {

    private static final String PAGE = "index.html";
    private static final String JSON = "pair.json";
    private static final String JUNIT = "junit.xml";

    private final Path directory;

    private PairReports(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes sure that files can be written there, and takes an earlier report away, so that none stands for a pair that did
     * not end.
     *
     * @throws IOException when they cannot
     */
    public static PairReports prepare(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var name : List.of(PAGE, JSON, JUNIT)) {
            Files.deleteIfExists(directory.resolve(name));
        }
        Files.delete(Files.createTempFile(directory, "regcontract", ".tmp"));
        return new PairReports(directory);
    }

    /**
     * Writes the report; each file whole or not at all.
     *
     * @return the page
     * @throws IOException when a file cannot be written
     */
    public Path write(PairDecision decision) throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put(JSON, PairJson.text(decision));
        files.put(JUNIT, PairJUnit.text(decision));
        files.put(PAGE, PairPage.text(decision));
        for (var file : files.entrySet()) {
            AtomicFile.write(directory.resolve(file.getKey()), file.getValue());
        }
        return directory.resolve(PAGE);
    }
}
