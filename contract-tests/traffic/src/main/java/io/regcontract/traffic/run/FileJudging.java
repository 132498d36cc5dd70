package io.regcontract.traffic.run;

import io.regcontract.traffic.judge.StandardJudge;
import io.regcontract.traffic.read.BrokenFileException;
import io.regcontract.traffic.read.ParsedPiece;
import io.regcontract.traffic.read.Piece;
import io.regcontract.traffic.read.TrafficFile;
import io.regcontract.traffic.record.JudgedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Judges files one after the other. One thread cuts a file into pieces; others parse and judge batches of them. Batches
 * are compared and added up in the order of the file, so that the outcome is the same with any number of threads.
 */
public final class FileJudging {

    private static final int MOST_PIECES = 128;
    private static final int MOST_BYTES = 1 << 20;

    private final StandardJudge judge;
    private final int threads;
    private final LongConsumer progress;
    private final List<JudgedSource> sources = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();

    /**
     * @param threads that judge, at least 1
     * @param progress is told how many exchanges of all files have been read
     */
    public FileJudging(StandardJudge judge, int threads, LongConsumer progress) {
        this.judge = judge;
        this.threads = threads;
        this.progress = progress;
    }

    /** What became of each file, in their order. */
    public List<JudgedSource> sources() {
        return List.copyOf(sources);
    }

    /** What was not judged, a sentence each. */
    public List<String> incomplete() {
        return List.copyOf(incomplete);
    }

    /**
     * Judges a file. Whatever is wrong with it is told by {@link #incomplete()}.
     *
     * @param name that stands for it in reports
     */
    public void judge(Path file, String name) {
        var tally = new FileTally(name);
        try (var open = TrafficFile.open(file, name);
                var batches = new OrderedBatches(threads)) {
            read(open, batches, tally);
        } catch (BrokenFileException broken) {
            tally.broken(String.valueOf(broken.getMessage()));
        } catch (IOException failed) {
            tally.broken("cannot be read: " + failed.getMessage());
        }
        sources.add(tally.source());
        incomplete.addAll(tally.incomplete());
    }

    private void read(TrafficFile open, OrderedBatches batches, FileTally tally) throws IOException {
        var pieces = new ArrayList<Piece>();
        long bytes = 0;
        long read = 0;
        try {
            for (var piece = open.next(); piece.isPresent(); piece = open.next()) {
                pieces.add(piece.get());
                bytes += piece.get().bytes().length;
                read++;
                if (pieces.size() >= MOST_PIECES || bytes >= MOST_BYTES) {
                    submit(open, batches, tally, pieces, bytes);
                    progress.accept(read);
                    read = 0;
                    pieces = new ArrayList<>();
                    bytes = 0;
                }
            }
        } finally {
            // What stands before the place where a file breaks is judged all the same.
            submit(open, batches, tally, pieces, bytes);
            progress.accept(read);
        }
    }

    private void submit(TrafficFile open, OrderedBatches batches, FileTally tally, List<Piece> pieces, long bytes) {
        if (!pieces.isEmpty()) {
            batches.submit(bytes, turn -> judge(open, tally, pieces, turn));
        }
    }

    private void judge(TrafficFile open, FileTally tally, List<Piece> pieces, OrderedBatches.Turn turn) {
        var parsed = pieces.stream().map(open::parse).toList();
        var batch = judge.batch(
                parsed.stream().flatMap(piece -> piece.exchanges().stream()).toList());
        turn.first(batch::claim);
        batch.examine();
        turn.second(() -> {
            tally.add(batch.conclude());
            for (int index = 0; index < parsed.size(); index++) {
                flaw(tally, open.placeOf(pieces.get(index)), parsed.get(index));
            }
        });
    }

    private static void flaw(FileTally tally, String place, ParsedPiece parsed) {
        if (!parsed.flaw().isEmpty()) {
            tally.brokenPiece(place, parsed.flaw());
        }
    }
}
