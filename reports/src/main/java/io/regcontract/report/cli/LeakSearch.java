package io.regcontract.report.cli;

import io.regcontract.report.judge.Leak;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Looks for the secrets of a run in what is written, before the reports are rendered and again before the verdict is.
 */
interface LeakSearch {

    /**
     * The leaks in what the run and the build have written.
     *
     * @throws IOException when something cannot be searched
     */
    List<Leak> beforeReports(String runId) throws IOException;

    /**
     * All leaks, those in the reports too.
     *
     * @param drafts texts that are about to be written, by the file that they will be
     * @throws IOException when something cannot be searched, then or before
     */
    List<Leak> afterReports(String runId, Map<Path, String> drafts) throws IOException;
}
