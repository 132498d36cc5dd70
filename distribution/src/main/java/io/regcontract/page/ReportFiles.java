package io.regcontract.page;

import io.regcontract.report.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The directory that gets the files of a report. */
public final class ReportFiles {

    /** The name of the page. */
    public static final String PAGE = "index.html";
    /** The name of JUnit's XML. */
    public static final String JUNIT = "junit.xml";

    private final Path directory;

    private ReportFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes sure that files can be written there, and takes an earlier report away, so that none stands for work that did
     * not end.
     *
     * @param names of the files of a report
     * @throws IOException when they cannot
     */
    public static ReportFiles prepare(Path directory, List<String> names) throws IOException {
        Files.createDirectories(directory);
        for (var name : names) {
            Files.deleteIfExists(directory.resolve(name));
        }
        Files.delete(Files.createTempFile(directory, "regcontract", ".tmp"));
        return new ReportFiles(directory);
    }

    /**
     * Writes files, each whole or not at all.
     *
     * @param texts by the names of the files, in the order in which they are written
     * @return the page
     * @throws IOException when a file cannot be written
     */
    public Path write(Map<String, String> texts) throws IOException {
        for (var file : texts.entrySet()) {
            AtomicFile.write(directory.resolve(file.getKey()), file.getValue());
        }
        return directory.resolve(PAGE);
    }
}
