package io.regcontract.suite.run;

import io.regcontract.suite.observe.RecordFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that earlier attempts at a run left in its directory. A CI repeats the id when a pipeline is tried again.
 * Only the latest attempt counts, so older files move to {@code earlier/N}, where the gate does not look.
 */
public final class EarlierAttempts {

    private static final String EARLIER = "earlier";

    /** Prefix of the file that is written for the gate before the attempt begins. */
    private static final String BEGUN = "begun-";

    private final Path run;

    /** @param run the directory of the run */
    public EarlierAttempts(Path run) {
        this.run = run;
    }

    /**
     * Makes room for a new attempt at one shard. The files of other shards of the same run stay, because other
     * processes write them.
     *
     * @throws IOException when something cannot be moved; the attempt must then not begin
     */
    public void setAside(RecordFile coming) throws IOException {
        if (!Files.isDirectory(run)) {
            return;
        }
        var going = going(coming);
        if (going.isEmpty()) {
            return;
        }
        var place = place();
        for (var each : going) {
            Files.move(each, place.resolve(each.getFileName()));
        }
    }

    private List<Path> going(RecordFile coming) throws IOException {
        var going = new ArrayList<Path>();
        var shared = false;
        try (var all = Files.newDirectoryStream(run)) {
            for (var each : all) {
                var name = String.valueOf(each.getFileName());
                if (name.equals(EARLIER) || name.startsWith(BEGUN)) {
                    continue;
                }
                var beside = RecordFile.named(each).filter(coming::isBeside).isPresent();
                shared |= beside;
                if (!beside) {
                    going.add(each);
                }
            }
        }
        // Shards on one machine share all files but the records, such as the results for Allure.
        if (shared) {
            going.removeIf(each -> RecordFile.named(each).isEmpty());
        }
        return going;
    }

    private Path place() throws IOException {
        var earlier = Files.createDirectories(run.resolve(EARLIER));
        var number = 1;
        while (true) {
            try {
                return Files.createDirectory(earlier.resolve(Integer.toString(number)));
            } catch (FileAlreadyExistsException taken) {
                number++;
            }
        }
    }
}
