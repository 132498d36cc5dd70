package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.TableKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one thread has changed since its last commit, so that it can be kept as a whole or taken back as a whole. */
final class PendingChanges {

    /**
     * One change.
     *
     * @param places what it touched
     * @param dropped the table that is gone, with what stands for its removal
     * @param undo how to take it back; empty for what stands whatever becomes of the call
     */
    private record Change(
            List<TableKey> places, Optional<Map.Entry<String, Object>> dropped, Optional<Runnable> undo) {}

    private final Deque<Change> latestFirst = new ArrayDeque<>();
    private boolean open;
    private boolean tookBack;

    /** Begins a piece of work with nothing left of the one before. */
    void begin() {
        latestFirst.clear();
        tookBack = false;
        open = true;
    }

    /** Ends it: what was not kept is taken back. */
    void end() {
        try {
            undo();
        } finally {
            latestFirst.clear();
            open = false;
        }
    }

    boolean isOpen() {
        return open;
    }

    boolean isEmpty() {
        return latestFirst.isEmpty();
    }

    void wrote(List<TableKey> places, Optional<Runnable> undo) {
        latestFirst.addFirst(new Change(places, Optional.empty(), undo));
    }

    /** @param removal stands for this removal of the table */
    void dropped(String table, Object removal, List<String> keys, Runnable undo) {
        var places = keys.stream().map(key -> new TableKey(table, key)).toList();
        latestFirst.addFirst(new Change(places, Optional.of(Map.entry(table, removal)), Optional.of(undo)));
    }

    /** What was touched, the earliest first. */
    Set<TableKey> places() {
        var places = new LinkedHashSet<TableKey>();
        latestFirst.descendingIterator().forEachRemaining(change -> places.addAll(change.places()));
        return places;
    }

    /** The tables that were dropped, each with what stands for its last removal. */
    Map<String, Object> dropped() {
        var dropped = new LinkedHashMap<String, Object>();
        latestFirst.descendingIterator().forEachRemaining(change -> change.dropped()
                .ifPresent(gone -> dropped.put(gone.getKey(), gone.getValue())));
        return dropped;
    }

    /** Everything is on its way into the store: nothing is left to take back. */
    void clear() {
        latestFirst.clear();
    }

    /**
     * Takes back what can be taken back, the latest first.
     *
     * @return whether anything was taken back since the work began
     */
    boolean undo() {
        var lasting = new ArrayList<Change>();
        while (!latestFirst.isEmpty()) {
            var change = latestFirst.removeFirst();
            if (change.undo().isPresent()) {
                change.undo().get().run();
                tookBack = true;
            } else {
                lasting.add(change);
            }
        }
        latestFirst.addAll(lasting);
        return tookBack;
    }
}
