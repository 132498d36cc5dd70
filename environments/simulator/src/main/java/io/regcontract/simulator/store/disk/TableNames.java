package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;

/**
 * The names of what a table is made of in the backend.
 *
 * @param rows where its values are
 */
public record TableNames(String rows) {

    private static final String ABOUT = "about";

    /** The names of a table's parts, by the name that the table has in the store. */
    public static TableNames of(String table) {
        return new TableNames(OrderedTables.PREFIX + table);
    }

    /** The name in the store of the table that a part belongs to. */
    public static String owner(String part) {
        int end = part.indexOf(OrderedTables.INDEX);
        return part.substring(OrderedTables.PREFIX.length(), end < 0 ? part.length() : end);
    }

    /** Whether a table in the backend is such a part. */
    public static boolean isPart(String table) {
        return table.startsWith(OrderedTables.PREFIX);
    }

    /** Where the entries of an index are. */
    String index(String index) {
        return rows + OrderedTables.INDEX + index;
    }

    /** Which indexes are complete, with their versions, and whether something is being loaded. */
    String about() {
        return rows + OrderedTables.INDEX + ABOUT;
    }
}
