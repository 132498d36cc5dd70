package io.regcontract.simulator.journal;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/** Which pages of a journal the state file has, and which of them are not any more as it has them. */
final class UnkeptPages {

    private final boolean isKept;
    private final NavigableSet<Long> inFile = new TreeSet<>();
    private final NavigableSet<Long> changed = new TreeSet<>();
    private long forgotten;

    /** @param isKept whether there is a state file; else nothing is noted */
    UnkeptPages(boolean isKept) {
        this.isKept = isKept;
    }

    /** A call or mark was added, has changed, or is gone. */
    void touched(long sequence) {
        if (isKept) {
            changed.add(KeptPage.of(sequence));
        }
    }

    /**
     * Calls below a number were forgotten.
     *
     * @param hasMarks whether a page has anything else
     */
    void forgottenBelow(long sequence, LongPredicate hasMarks) {
        long page = KeptPage.of(sequence);
        if (isKept && page > forgotten) {
            changed.addAll(inFile.subSet(forgotten, page));
            changed.subSet(forgotten, page).removeIf(each -> !inFile.contains(each) && !hasMarks.test(each));
            forgotten = page;
        }
    }

    /** The pages that have changed, the oldest first, up to a number, which are taken for kept from now on. */
    List<Long> take(int most) {
        var taken = changed.stream().limit(most).toList();
        taken.forEach(changed::remove);
        inFile.addAll(taken);
        return taken;
    }

    /** They could not be kept. */
    void giveBack(Collection<Long> pages) {
        changed.addAll(pages);
        inFile.addAll(pages);
    }

    /** A page is in the file. */
    void isIn(long page) {
        inFile.add(page);
    }

    /** A page is to be taken out of the file. */
    void isOut(long page) {
        inFile.remove(page);
    }

    boolean isEmpty() {
        return changed.isEmpty();
    }

    /** All pages that the file may have. */
    List<Long> all() {
        return List.copyOf(inFile);
    }
}
