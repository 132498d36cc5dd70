package io.regcontract.suite.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run created and did not remove yet, as lines of JSON ({@code formats/ledger.schema.json}). A line is written
 * before the call that creates something, so the ledger of a run that is killed is complete. The file is locked while
 * the run lives and deleted when nothing is left. Thread-safe.
 */
final class Ledger implements AutoCloseable {

    static final String FORMAT = "regcontract/ledger/1";
    static final String SUFFIX = ".jsonl";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final FileChannel channel;
    private final Clock clock;
    private final Map<Integer, Entry> open = new LinkedHashMap<>();
    private int last;

    /**
     * Something that is made, or may be.
     *
     * @param number within its ledger
     * @param id what the service calls it, once it said so
     */
    record Entry(int number, CreatedResource thing, Optional<String> id) {}

    /**
     * Whose ledger it is.
     *
     * @param environment name of the profile
     * @param address where the things are
     * @param runId the run
     * @param prefix what the names of its things begin with
     */
    record Owner(String environment, String address, String runId, String prefix) {}

    private Ledger(Path file, FileChannel channel, Clock clock) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Begins the ledger of a run.
     *
     * @throws UncheckedIOException when it cannot be written or exists already; the run must then create nothing
     */
    static Ledger begin(Path directory, Owner owner, Clock clock) {
        try {
            Files.createDirectories(directory);
            var file =
                    directory.resolve(owner.environment() + "-" + owner.prefix().replaceAll("[^a-z0-9]", "") + SUFFIX);
            var ledger = new Ledger(
                    file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), clock);
            if (ledger.channel.tryLock() == null) {
                throw new IOException(file + " is in use");
            }
            var line = ledger.line("run");
            line.put("format", FORMAT);
            line.put("environment", owner.environment());
            line.put("address", owner.address());
            line.put("runId", owner.runId());
            line.put("prefix", owner.prefix());
            ledger.append(line);
            return ledger;
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written: " + e.getMessage(), e);
        }
    }

    /** Records a resource before the call that may create it is sent. */
    synchronized Entry aboutToCreate(CreatedResource thing) {
        var entry = new Entry(++last, thing, Optional.empty());
        var line = line("making");
        line.put("entry", entry.number());
        line.put("sort", thing.sort().word());
        line.put("name", thing.name());
        if (!thing.within().isEmpty()) {
            line.put("within", thing.within());
        }
        append(line);
        open.put(entry.number(), entry);
        return entry;
    }

    /** Records that a resource was created, under this id. */
    synchronized void created(Entry entry, String id) {
        note("made", entry, id);
        open.put(entry.number(), new Entry(entry.number(), entry.thing(), Optional.of(id)));
    }

    /** Records that a resource does not exist: it was never created, or it is removed. */
    synchronized void gone(Entry entry) {
        note("gone", entry, "");
        open.remove(entry.number());
    }

    /** What exists or may exist, in the order of creation. */
    synchronized List<Entry> open() {
        return List.copyOf(open.values());
    }

    /** Closes the ledger; one with nothing open is removed. */
    @Override
    public synchronized void close() {
        try {
            channel.close();
            if (open.isEmpty()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String type, Entry entry, String id) {
        var line = line(type);
        line.put("entry", entry.number());
        if (!id.isEmpty()) {
            line.put("id", id);
        }
        append(line);
    }

    private Map<String, Object> line(String type) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", type);
        line.put("at", clock.instant().toString());
        return line;
    }

    /** Unbuffered, so that the line survives when the process is killed. */
    private void append(Map<String, Object> line) {
        try {
            var bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written: " + e.getMessage(), e);
        }
    }
}
