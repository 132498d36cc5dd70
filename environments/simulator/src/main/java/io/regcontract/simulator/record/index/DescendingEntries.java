package io.regcontract.simulator.record.index;

import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableView;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The entries of an index from the greatest to the least; those that are alike in the order of their records. */
final class DescendingEntries implements Iterator<String> {

    private final TableView<?> view;
    private final String index;
    private final KeyRange range;
    private Iterator<String> alike = Collections.emptyIterator();
    private String before;

    DescendingEntries(TableView<?> view, String index, KeyRange range) {
        this.view = view;
        this.index = index;
        this.range = range;
        this.before = range.before();
    }

    @Override
    public boolean hasNext() {
        if (!alike.hasNext()) {
            var lesser = view.entries(index, new KeyRange(range.from(), before), true);
            if (lesser.hasNext()) {
                var greatest = lesser.next();
                var entry = greatest.substring(
                        0, greatest.length() - TableView.keyOf(greatest).length());
                alike = view.entries(index, KeyRange.startingWith(entry).and(range), false);
                before = entry;
            }
        }
        return alike.hasNext();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return alike.next();
    }
}
