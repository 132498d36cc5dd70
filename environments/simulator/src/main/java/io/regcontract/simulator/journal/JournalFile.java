package io.regcontract.simulator.journal;

import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Journals in a state file. */
final class JournalFile {

    private static final String ONLY = "key";

    private final Store store;
    private final Table<KeptPage> pages;
    private final Table<KeptTally> tallies;
    private final Table<KeptKey> keys;

    JournalFile(Store store) {
        this.store = store;
        this.pages = store.table("journal-pages", KeptPage.class);
        this.tallies = store.table("journal-tallies", KeptTally.class);
        this.keys = store.table("journal-key", KeptKey.class);
    }

    /**
     * The key of the fingerprints in the file.
     *
     * @param fresh taken, and kept, by a file that has none
     */
    byte[] key(byte[] fresh) {
        var known = keys.get(ONLY);
        if (known.isEmpty()) {
            kept(() -> keys.put(ONLY, new KeptKey(Base64.getEncoder().encodeToString(fresh))));
        }
        return known.map(key -> Base64.getDecoder().decode(key.text())).orElse(fresh);
    }

    Collection<KeptPage> pages() {
        return pages.values();
    }

    Collection<KeptTally> tallies() {
        return tallies.values();
    }

    /**
     * Keeps all that is given, or nothing.
     *
     * @param changed pages by number; empty ones are taken out
     * @param tally empty when the journal is gone
     * @throws io.regcontract.simulator.store.StorageException when it cannot be kept
     */
    void keep(String application, Map<Long, Optional<KeptPage>> changed, Optional<KeptTally> tally) {
        kept(() -> {
            changed.forEach((number, page) -> {
                var key = String.format(Locale.ROOT, "%s/%018d", application, number);
                page.ifPresentOrElse(present -> pages.put(key, present), () -> pages.remove(key));
            });
            tally.ifPresentOrElse(present -> tallies.put(application, present), () -> tallies.remove(application));
        });
    }

    private void kept(Runnable change) {
        Store.PendingCommit keeping;
        var work = store.begin();
        try {
            change.run();
            keeping = store.beginCommit();
        } finally {
            work.close();
        }
        keeping.await();
    }
}
