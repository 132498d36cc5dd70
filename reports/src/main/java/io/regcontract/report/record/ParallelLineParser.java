package io.regcontract.report.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes objects of lines, a batch at a time on every processor: that is most of what reading a record takes. */
final class ParallelLineParser implements AutoCloseable {

    /** Batch size: large enough to make the hand-over cheap, small enough to bound memory. */
    private static final int MOST_LINES = 128;

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final ExecutorService threads;
    private final int parallel;

    ParallelLineParser(int parallel) {
        this.parallel = parallel;
        this.threads = Executors.newFixedThreadPool(parallel, work -> {
            var thread = new Thread(work, "lines");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lines of one file that are read together. */
    static final class Batch {
        private final String file;
        private final List<BoundedLineReader.Line> lines = new ArrayList<>();
        private int bytes;

        Batch(String file) {
            this.file = file;
        }

        void add(BoundedLineReader.Line line) {
            lines.add(line);
            bytes += line.length();
        }

        boolean full() {
            return lines.size() >= MOST_LINES || bytes >= MOST_BYTES;
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    /** What a line says, and where it stands. */
    record Read(RecordLocation place, RecordLineParser.Line line) {}

    /** How many batches may be under way, so that none waits and memory stays bounded. */
    int ahead() {
        return parallel + 1;
    }

    /** Begins to read a batch. */
    Future<List<Read>> read(Batch batch) {
        return threads.submit(() -> {
            var read = new ArrayList<Read>(batch.lines.size());
            for (var line : batch.lines) {
                var place = new RecordLocation(batch.file, line.number());
                read.add(new Read(place, RecordLineParser.parse(line, place)));
            }
            return read;
        });
    }

    /** The lines of a batch, once they are read. */
    static List<Read> await(Future<List<Read>> reading) {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading a record", interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
