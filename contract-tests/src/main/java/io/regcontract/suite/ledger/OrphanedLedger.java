package io.regcontract.suite.ledger;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.suite.ledger.Ledger.Entry;
import io.regcontract.suite.ledger.Ledger.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger that a run left behind: it was killed, or could not remove everything.
 *
 * @param file where it is
 * @param owner whose it was
 * @param open what is there, or may be
 */
record OrphanedLedger(Path file, Owner owner, List<Entry> open) {

    private static final JsonMapper JSON = JsonMapper.shared();

    OrphanedLedger {
        open = List.copyOf(open);
    }

    /**
     * The ledgers of an environment, without those of runs that still live.
     *
     * @param inUse told of each of those
     */
    static List<OrphanedLedger> in(Path directory, String environment, Consumer<Path> inUse) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(Ledger.SUFFIX))
                    .sorted()
                    .filter(file -> {
                        var free = isFree(file);
                        if (!free) {
                            inUse.accept(file);
                        }
                        return free;
                    })
                    .map(OrphanedLedger::read)
                    .flatMap(Optional::stream)
                    .filter(ledger -> ledger.owner().environment().equals(environment))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledgers in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isFree(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a ledger; empty if its first line is incomplete, because then nothing was created yet. */
    static Optional<OrphanedLedger> read(Path file) {
        Optional<Owner> owner = Optional.empty();
        var open = new LinkedHashMap<Integer, Entry>();
        try {
            for (var text : Files.readAllLines(ReadableFile.of(file))) {
                var line = parsed(text);
                if (line.isEmpty()) {
                    continue;
                }
                var number = line.get().path("entry").asInt(0);
                switch (line.get().path("type").asString("")) {
                    case "run" -> owner = Optional.of(owner(line.get()));
                    case "making" -> open.put(number, new Entry(number, thing(line.get()), Optional.empty()));
                    case "made" ->
                        open.computeIfPresent(
                                number,
                                (key, entry) -> new Entry(
                                        number,
                                        entry.thing(),
                                        Optional.of(line.get().path("id").asString(""))));
                    case "gone" -> open.remove(number);
                    default ->
                        throw new IllegalArgumentException(file + " is no ledger of this version: a line of type "
                                + line.get().path("type").asString("?") + ". Move it out of the way.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return owner.map(whose -> new OrphanedLedger(file, whose, List.copyOf(open.values())));
    }

    /** The last line of a killed run may be incomplete; then its call was not sent. */
    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException cut) {
            return Optional.empty();
        }
    }

    private static Owner owner(JsonNode line) {
        return new Owner(
                line.path("environment").asString(""),
                line.path("address").asString(""),
                line.path("runId").asString(""),
                line.path("prefix").asString(""));
    }

    private static CreatedResource thing(JsonNode line) {
        return new CreatedResource(
                CreatedResource.Sort.ofWord(line.path("sort").asString("")),
                line.path("name").asString(""),
                line.path("within").asString(""));
    }

    /** Deletes the file, since all its resources are removed. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
