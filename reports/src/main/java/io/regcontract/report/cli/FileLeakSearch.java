package io.regcontract.report.cli;

import io.regcontract.report.judge.Leak;
import io.regcontract.report.leak.KnownSecrets;
import io.regcontract.report.leak.LeakScan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches the files of a run for the values that the suite handed over and for those in this process's environment.
 * Each file is searched once, unless it has changed since.
 */
final class FileLeakSearch implements LeakSearch {

    private final Instant since;
    private final Places places;
    private final Runnable awaitOthers;
    private Optional<LeakScan> scan = Optional.empty();
    private Optional<IOException> failure = Optional.empty();

    /** The directories in which a run and its judging write. */
    @FunctionalInterface
    interface Places {
        List<Path> of(String runId) throws IOException;
    }

    /**
     * @param since when the build began: beside the record of the run, older files are not searched
     * @param awaitOthers waits until everything is written that is written beside the reports
     */
    FileLeakSearch(Instant since, Places places, Runnable awaitOthers) {
        this.since = since;
        this.places = places;
        this.awaitOthers = awaitOthers;
    }

    @Override
    public List<Leak> beforeReports(String runId) throws IOException {
        try {
            var secrets = KnownSecrets.in(System.getenv())
                    .addHandedOver(Path.of(System.getProperty("java.io.tmpdir")), runId);
            var first = new LeakScan(runId, secrets, since);
            scan = Optional.of(first);
            return first.search(places.of(runId));
        } catch (IOException failed) {
            failure = Optional.of(failed);
            throw failed;
        }
    }

    @Override
    public List<Leak> afterReports(String runId, Map<Path, String> drafts) throws IOException {
        awaitOthers.run();
        if (failure.isPresent()) {
            throw failure.get();
        }
        var again = scan.orElseThrow();
        drafts.forEach(again::searchDraft);
        return again.search(places.of(runId));
    }
}
