package io.regcontract.simulator.store.backend;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Where the texts of a durable store lie, by table and key. The store calls it from one thread at a time. Nothing
 * that was written may be lost when this process is killed: {@link #write} returns when the batch is safe from that.
 *
 * <p>After {@link #write} or {@link #maintain} has thrown, {@link #reopen} is called before anything else. Every method
 * may throw an {@link UnreachableStateException}: then {@link #reopen} is tried now and then until it succeeds, and
 * what a failed {@link #write} was to write is read anew, since it may have been written after all.
 */
public interface StateBackend extends AutoCloseable {

    /** What it is, for sentences, such as {@code the state file /tmp/state.db}. Has no secrets in it. */
    String name();

    /**
     * Everything that is there, table by table, keys in the order of {@link String#compareTo}. Called once, before
     * anything else; unneeded room may be given back on the way. Tables without a value are left out.
     *
     * @throws UnusableStateException when it cannot be read
     */
    Map<String, SortedMap<String, String>> content();

    /** The text that was last written at a place. */
    Optional<String> text(TableKey place);

    /** The texts of one table, as of the last write; empty when there is none. */
    SortedMap<String, String> texts(String table);

    /**
     * Writes a batch: texts, and removes what has none. The batch is written as a whole or not at all.
     *
     * @param dropped tables that are gone, unless something is written to them; of {@link OrderedTables}, what is
     *     written to them is all that is in them
     * @throws LostStateException when this is not the place any more that it was
     * @throws RuntimeException when it could not be written; its message says why
     */
    void write(Map<TableKey, Optional<String>> texts, Set<String> dropped);

    /** The tables that need not be read whole; empty when this backend has none, and all tables are. */
    default Optional<OrderedTables> ordered() {
        return Optional.empty();
    }

    /**
     * Called after each write, for what is to be done now and then. The batch stands even when this fails.
     *
     * @throws LostStateException when this is not the place any more that it was
     */
    void maintain();

    /**
     * Goes back to what was last written, after something went wrong.
     *
     * @throws LostStateException when this is not the place any more that it was
     */
    void reopen();

    /**
     * What became of the place, as a sentence without its full stop; empty when all is well. It is for life: who
     * hears of a loss ends. Called every second.
     */
    Optional<String> loss();

    /** What to say, and do, about a text that is no value of its table. */
    UnusableStateException damaged(Throwable cause);

    /** Lets go of the place. What was written stays. */
    @Override
    void close();
}
