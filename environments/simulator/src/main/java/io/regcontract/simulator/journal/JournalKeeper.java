package io.regcontract.simulator.journal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings journals into a state file, in small pieces: calls of the API that are kept at the same moment wait for a piece
 * at most. When the file cannot be written, it is tried again later.
 */
final class JournalKeeper {

    /** Pages that are written at once. */
    private static final int PIECE = 4;
    /** Pages of one journal that are written in one go: a flood of calls is kept when it is over. */
    private static final int GO = 20;

    private final JournalFile file;
    private final JournalLock lock;
    /** Journals that are gone from memory and perhaps not from the file, with their pages. */
    private final Map<String, List<Long>> gone = new HashMap<>();

    JournalKeeper(JournalFile file, JournalLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** What the file has. */
    void restore(Map<String, KeptJournal> journals) {
        file.tallies()
                .forEach(tally -> journals.computeIfAbsent(tally.application(), name -> new KeptJournal(name, true))
                        .restore(tally));
        file.pages().forEach(page -> journals.computeIfAbsent(page.application(), name -> new KeptJournal(name, true))
                .restore(page));
    }

    /** A journal was forgotten. */
    void forgotten(String application, KeptJournal journal) {
        gone.merge(application, journal.pagesInFile(), (one, more) -> Stream.concat(one.stream(), more.stream())
                .distinct()
                .toList());
    }

    /**
     * Writes what has changed.
     *
     * @param journals under the lock
     * @param everything whether to go on until nothing is left
     * @return whether something is left
     */
    boolean keep(Map<String, KeptJournal> journals, boolean everything) {
        try {
            removeGone();
            boolean isLeft = false;
            for (var application : lock.lockedGet(() -> List.copyOf(journals.keySet()))) {
                int pages = 0;
                int written = PIECE;
                while (written == PIECE && (everything || pages < GO)) {
                    written = keepPiece(journals, application);
                    pages += written;
                }
                isLeft |= written == PIECE;
            }
            return isLeft;
        } catch (RuntimeException notNow) {
            return true;
        }
    }

    private int keepPiece(Map<String, KeptJournal> journals, String application) {
        var pages = new LinkedHashMap<Long, Optional<KeptPage>>();
        var tally = lock.lockedGet(() -> Optional.ofNullable(journals.get(application))
                .filter(KeptJournal::hasChanged)
                .map(journal -> {
                    pages.putAll(journal.takeUnkept(PIECE));
                    return journal.tally();
                }));
        if (tally.isEmpty()) {
            return 0;
        }
        try {
            file.keep(application, pages, tally);
        } catch (RuntimeException notKept) {
            lock.locked(() -> Optional.ofNullable(journals.get(application))
                    .ifPresent(journal -> journal.giveBack(pages.keySet())));
            throw notKept;
        }
        return pages.size();
    }

    private void removeGone() {
        var removing = lock.lockedGet(() -> Map.copyOf(gone));
        removing.forEach((application, numbers) -> {
            var pages = new LinkedHashMap<Long, Optional<KeptPage>>();
            numbers.forEach(number -> pages.put(number, Optional.empty()));
            file.keep(application, pages, Optional.empty());
            lock.locked(() -> gone.remove(application, numbers));
        });
    }
}
