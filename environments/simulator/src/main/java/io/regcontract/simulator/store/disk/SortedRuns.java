package io.regcontract.simulator.store.disk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts more texts than memory holds: they are sorted piece by piece in a temporary file, and merged when they are
 * read. The texts are ASCII characters.
 */
final class SortedRuns implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 100_000;
    private static final int BUFFER = 64 * 1024;

    private final List<Long> begins = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private List<String> unsorted = new ArrayList<>();
    private Optional<RandomAccessFile> file = Optional.empty();
    private Optional<Path> place = Optional.empty();

    /** A run that is read. */
    private static final class Run {

        private final Iterator<String> rest;
        private String next;

        Run(Iterator<String> all) {
            this.rest = all;
            this.next = all.next();
        }

        String next() {
            return next;
        }

        boolean advance() {
            if (!rest.hasNext()) {
                return false;
            }
            next = rest.next();
            return true;
        }
    }

    void add(String text) {
        unsorted.add(text);
        if (unsorted.size() == MOST_IN_MEMORY) {
            spill();
        }
    }

    /** All texts in order; nothing may be added any more. */
    Iterator<String> sorted() {
        Collections.sort(unsorted);
        var runs = new PriorityQueue<Run>(Comparator.comparing(Run::next));
        if (!unsorted.isEmpty()) {
            runs.add(new Run(unsorted.iterator()));
        }
        for (int run = 0; run < begins.size(); run++) {
            runs.add(new Run(spilled(begins.get(run), lengths.get(run))));
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !runs.isEmpty();
            }

            @Override
            public String next() {
                var least = runs.poll();
                if (least == null) {
                    throw new NoSuchElementException();
                }
                var text = least.next();
                if (least.advance()) {
                    runs.add(least);
                }
                return text;
            }
        };
    }

    @Override
    public void close() {
        unsorted = new ArrayList<>();
        file.ifPresent(open -> {
            try {
                open.close();
                if (place.isPresent()) {
                    Files.deleteIfExists(place.get());
                }
            } catch (IOException gone) {
                // The file is a temporary one.
            }
        });
    }

    private void spill() {
        Collections.sort(unsorted);
        try {
            var open = file.isPresent() ? file.get() : opened();
            file = Optional.of(open);
            begins.add(open.length());
            lengths.add(unsorted.size());
            open.seek(open.length());
            var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(open.getFD()), BUFFER));
            for (var text : unsorted) {
                out.writeUTF(text);
            }
            out.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(
                    "no room for a temporary file in " + System.getProperty("java.io.tmpdir"), full);
        }
        unsorted = new ArrayList<>();
    }

    private RandomAccessFile opened() throws IOException {
        var path = Files.createTempFile("regcontract-index", ".sorting");
        place = Optional.of(path);
        return new RandomAccessFile(path.toFile(), "rw");
    }

    private Iterator<String> spilled(long begin, int length) {
        var in = new DataInputStream(new BufferedInputStream(new Part(file.orElseThrow(), begin), BUFFER));
        return new Iterator<>() {
            private int left = length;

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public String next() {
                if (left == 0) {
                    throw new NoSuchElementException();
                }
                left--;
                try {
                    return in.readUTF();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        };
    }

    /** A file from a place on, whatever else is read of it. */
    private static final class Part extends InputStream {

        private final RandomAccessFile file;
        private long place;

        Part(RandomAccessFile file, long place) {
            this.file = file;
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            file.seek(place);
            int count = file.read(target, offset, length);
            place += Math.max(0, count);
            return count;
        }
    }
}
