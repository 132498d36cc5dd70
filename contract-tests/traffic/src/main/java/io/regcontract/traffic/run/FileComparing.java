package io.regcontract.traffic.run;

import io.regcontract.traffic.compare.RecordedShapes;
import io.regcontract.traffic.read.BrokenFileException;
import io.regcontract.traffic.read.TrafficFile;
import io.regcontract.traffic.scope.ApiScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files for a comparison, one after the other. */
public final class FileComparing {

    private final RecordedShapes shapes;
    private final List<String> incomplete = new ArrayList<>();

    /** @param scope what belongs to the API */
    public FileComparing(ApiScope scope) {
        this.shapes = new RecordedShapes(scope);
    }

    /** Reads a file. Whatever is wrong with it is told by {@link #incomplete()}. */
    public void read(Path file, String name) {
        var tally = new FileTally(name);
        try (var open = TrafficFile.open(file, name)) {
            for (var piece = open.next(); piece.isPresent(); piece = open.next()) {
                var parsed = open.parse(piece.get());
                parsed.exchanges().forEach(shapes::add);
                if (!parsed.flaw().isEmpty()) {
                    tally.brokenPiece(open.placeOf(piece.get()), parsed.flaw());
                }
            }
        } catch (BrokenFileException broken) {
            tally.broken(String.valueOf(broken.getMessage()));
        } catch (IOException failed) {
            tally.broken("cannot be read: " + failed.getMessage());
        }
        incomplete.addAll(tally.incomplete());
    }

    /** What the files show. */
    public RecordedShapes shapes() {
        return shapes;
    }

    /** What could not be read, a sentence each. */
    public List<String> incomplete() {
        return List.copyOf(incomplete);
    }
}
