package io.regcontract.simulator.store.file;

import io.regcontract.simulator.store.backend.LostStateException;
import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.StateBackend;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.backend.UnusableStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;

/**
 * The file that state is kept in, as texts by table and key. It notices when it is not the file any more that it was.
 * One thread at a time.
 */
public final class StateFile implements StateBackend {

    private static final String FORMAT_VERSION = "regcontract-simulator/2";
    /** Keeps records by their uuids. It becomes the present one with the next commit. */
    private static final String FORMER_VERSION = "regcontract-simulator/1";

    private static final String ABOUT = "about";
    private static final String FORMAT = "format";
    private static final String TABLE = "table/";

    /** Milliseconds. Unused space is used again at once: keeping it longer would help after a loss of power only. */
    private static final int RETENTION = 0;
    /** Sparse parts of the file are written anew after this number of commits, which bounds its size. */
    private static final int COMMITS_BETWEEN_CLEANINGS = 256;

    /** Megabytes of the file that are kept in memory at most. */
    private static final int CACHE = 64;

    /**
     * Bytes in a page of the file. Records in the order of an index lie in a page each, and a page is read whole: with the
     * usual 16 KB, a thousand of them take a third longer (BENCHMARKS.md).
     */
    private static final int PAGE = 8 * 1024;

    private static final int FULL_ENOUGH_PERCENT = 60;
    private static final int CLEANED_AT_ONCE = 1024 * 1024;

    private final Path file;
    private final String layer;
    private final Map<String, MVMap<String, String>> maps = new HashMap<>();
    private final FileTables ordered = new FileTables(this);
    private volatile MVStore pages;
    private Optional<Object> identity = Optional.empty();
    private long length;
    private int commits;

    private StateFile(Path file, String layer, MVStore pages) {
        this.file = file;
        this.layer = layer;
        this.pages = pages;
    }

    /**
     * Opens a file, or begins a new one.
     *
     * @param layer prefix of the layer of files to use, as the file library has them; empty for the files of the system
     * @throws UnusableStateException when the file is damaged, is something else, is in use, or cannot be read and written
     */
    public static StateFile open(Path file, String layer) {
        refuseUnusable(file);
        var opened = new StateFile(file, layer, pages(file, layer));
        try {
            opened.checkFormat();
            opened.remember();
            return opened;
        } catch (MVStoreException | IllegalArgumentException | IllegalStateException broken) {
            opened.closeAtOnce();
            throw damaged(file, broken);
        } catch (UnusableStateException unusable) {
            opened.closeAtOnce();
            throw unusable;
        }
    }

    @Override
    public String name() {
        return "the state file " + file;
    }

    @Override
    public Map<String, SortedMap<String, String>> content() {
        try {
            var content = new TreeMap<String, SortedMap<String, String>>();
            for (var name : pages.getMapNames()) {
                if (name.startsWith(TABLE)) {
                    var values = new TreeMap<String, String>();
                    map(name).entrySet().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
                    if (values.isEmpty()) {
                        remove(name);
                    } else {
                        content.put(name.substring(TABLE.length()), values);
                    }
                }
            }
            if (isSparse(FileCompaction.room(content) + ordered.room())) {
                writeAnew(content);
            }
            return content;
        } catch (MVStoreException | IllegalArgumentException | IllegalStateException broken) {
            closeAtOnce();
            throw damaged(file, broken);
        }
    }

    @Override
    public Optional<String> text(TableKey place) {
        var name = TABLE + place.table();
        return pages.hasMap(name) ? Optional.ofNullable(map(name).get(place.key())) : Optional.empty();
    }

    @Override
    public SortedMap<String, String> texts(String table) {
        var values = new TreeMap<String, String>();
        var name = TABLE + table;
        if (pages.hasMap(name)) {
            map(name).entrySet().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return values;
    }

    @Override
    public void write(Map<TableKey, Optional<String>> texts, Set<String> dropped) {
        refuseIfLost();
        dropped.stream().filter(FileTables::isOrdered).forEach(ordered::clearAll);
        texts.forEach((place, text) -> {
            if (FileTables.isOrdered(place.table())) {
                ordered.write(place, text);
            } else {
                var map = map(TABLE + place.table());
                text.ifPresentOrElse(value -> map.put(place.key(), value), () -> map.remove(place.key()));
            }
        });
        for (var table : dropped) {
            if (!FileTables.isOrdered(table) && map(TABLE + table).isEmpty()) {
                remove(TABLE + table);
            }
        }
        commit();
    }

    @Override
    public Optional<OrderedTables> ordered() {
        return Optional.of(ordered);
    }

    /** Makes safe what has been written to the maps. */
    void commit() {
        refuseIfLost();
        pages.commit();
        // What was written to a file that is gone meanwhile is written nowhere.
        remember();
    }

    /** The library's view of the file as it is open now. */
    MVStore pages() {
        return pages;
    }

    /** Now and then writes sparse parts anew. */
    @Override
    public void maintain() {
        commits++;
        if (commits % COMMITS_BETWEEN_CLEANINGS == 0) {
            pages.compact(FULL_ENOUGH_PERCENT, CLEANED_AT_ONCE);
            remember();
        }
    }

    @Override
    public void reopen() {
        closeAtOnce();
        maps.clear();
        ordered.forgetMaps();
        refuseIfLost();
        pages = pages(file, layer);
        remember();
    }

    @Override
    public Optional<String> loss() {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            if (!Optional.ofNullable(now.fileKey()).equals(identity)) {
                return Optional.of(lost("was replaced by another file"));
            }
            return now.size() < length ? Optional.of(lost("was cut short")) : Optional.empty();
        } catch (IOException gone) {
            return Optional.of(lost("is gone"));
        }
    }

    @Override
    public UnusableStateException damaged(Throwable cause) {
        return damaged(file, cause);
    }

    /** Whether what is in the file needs far less room than the file has. */
    private boolean isSparse(long room) {
        return length > 1024 * 1024 && length / 4 > room;
    }

    @Override
    public void close() {
        ordered.forgetMaps();
        if (loss().isPresent()) {
            closeAtOnce();
        } else {
            pages.close();
        }
    }

    void closeAtOnce() {
        pages.closeImmediately();
    }

    private static void refuseUnusable(Path file) {
        var directory = Optional.ofNullable(file.toAbsolutePath().getParent());
        if (directory.filter(Files::isDirectory).isEmpty()) {
            throw new UnusableStateException(
                    "the directory of the state file " + file + " does not exist; make it first");
        }
        if (Files.isDirectory(file)) {
            throw new UnusableStateException("the state file " + file + " is a directory; name a file in it");
        }
        if (Files.exists(file)
                ? !Files.isReadable(file) || !Files.isWritable(file)
                : !Files.isWritable(directory.get())) {
            throw new UnusableStateException("the state file " + file + " cannot be read and written by this user");
        }
    }

    private void refuseIfLost() {
        loss().ifPresent(sentence -> {
            throw new LostStateException(sentence);
        });
    }

    /** Puts a file in the place of this one that needs no more room than what is in it. */
    private void writeAnew(Map<String, SortedMap<String, String>> content) {
        var fresh = FileCompaction.fresh(file, layer, content, ordered);
        if (fresh.isEmpty()) {
            return;
        }
        closeAtOnce();
        maps.clear();
        ordered.forgetMaps();
        fresh.get().takePlace();
        identity = Optional.empty();
        pages = pages(file, layer);
        checkFormat();
        remember();
    }

    private String lost(String what) {
        return name() + " " + what + " while the simulator was running; what was in it is lost";
    }

    /** Takes what the file is now for what it has to be next time. */
    private void remember() {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            var key = Optional.ofNullable(now.fileKey());
            if (identity.isPresent() && !identity.equals(key)) {
                throw new LostStateException(lost("was replaced by another file"));
            }
            identity = key;
            length = now.size();
        } catch (IOException gone) {
            throw new LostStateException(lost("is gone"));
        }
    }

    private void checkFormat() {
        var names = pages.getMapNames();
        var about = map(ABOUT);
        var format = Optional.ofNullable(about.get(FORMAT));
        if (format.isEmpty() && !names.isEmpty()) {
            throw new UnusableStateException(
                    "the state file " + file + " belongs to another program; give another file");
        }
        if (format.isPresent() && format.get().equals(FORMER_VERSION)) {
            about.put(FORMAT, FORMAT_VERSION);
        } else if (format.isPresent() && !format.get().equals(FORMAT_VERSION)) {
            throw new UnusableStateException("the state file " + file + " has the format " + format.get()
                    + ", and this version reads " + FORMAT_VERSION + "; give another file");
        }
        if (format.isEmpty()) {
            about.put(FORMAT, FORMAT_VERSION);
            pages.commit();
        }
    }

    private MVMap<String, String> map(String name) {
        return maps.computeIfAbsent(
                name,
                unused -> pages.openMap(
                        name,
                        new MVMap.Builder<String, String>()
                                .keyType(StringDataType.INSTANCE)
                                .valueType(StringDataType.INSTANCE)));
    }

    private void remove(String name) {
        pages.removeMap(map(name));
        maps.remove(name);
    }

    private static UnusableStateException damaged(Path file, Throwable cause) {
        return new UnusableStateException(
                "the state file " + file + " is damaged or no state of this program; move it away or give another file",
                cause);
    }

    private static MVStore pages(Path file, String layer) {
        try {
            var pages = new MVStore.Builder()
                    .fileName(layer + file.toAbsolutePath())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE)
                    .pageSplitSize(PAGE)
                    .open();
            pages.setRetentionTime(RETENTION);
            return pages;
        } catch (MVStoreException unusable) {
            throw unusable.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new UnusableStateException(
                            "the state file " + file
                                    + " is in use; stop the simulator that uses it, or give another file",
                            unusable)
                    : damaged(file, unusable);
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            throw damaged(file, unusable);
        }
    }
}
