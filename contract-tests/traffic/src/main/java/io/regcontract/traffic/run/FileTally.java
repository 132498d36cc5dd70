package io.regcontract.traffic.run;

import io.regcontract.traffic.TimeSpan;
import io.regcontract.traffic.judge.StandardJudge;
import io.regcontract.traffic.record.JudgedSource;
import java.util.ArrayList;
import java.util.List;

/** What became of one file. Used by one thread at a time. */
final class FileTally {

    /** More would fill a page with one and the same trouble. */
    private static final int MOST_TOLD = 5;

    private final String name;
    private final List<String> broken = new ArrayList<>();
    private long brokenPieces;
    private long exchanges;
    private long judged;
    private final TimeSpan seen = new TimeSpan();
    private String flaw = "";

    FileTally(String name) {
        this.name = name;
    }

    void add(StandardJudge.BatchResult result) {
        exchanges += result.exchanges();
        judged += result.judged();
        result.from().ifPresent(seen::add);
        result.to().ifPresent(seen::add);
    }

    /** A piece could not be read: where, and why. */
    void brokenPiece(String place, String why) {
        brokenPieces++;
        if (broken.size() < MOST_TOLD) {
            broken.add(place + " " + why + ", and was not judged.");
        }
    }

    /** The file, or the rest of it, could not be read. */
    void broken(String why) {
        flaw = name + " " + why;
    }

    JudgedSource source() {
        return new JudgedSource(name, exchanges, judged, seen.first(), seen.last(), !flaw.isEmpty() ? flaw : pieces());
    }

    private String pieces() {
        return brokenPieces == 0
                ? ""
                : brokenPieces + (brokenPieces == 1 ? " piece" : " pieces") + " of it could not be read";
    }

    /** What of it was not judged, a sentence each. */
    List<String> incomplete() {
        var sentences = new ArrayList<>(broken);
        if (brokenPieces > broken.size()) {
            sentences.add(name + " has " + (brokenPieces - broken.size()) + " more pieces that cannot be read.");
        }
        if (!flaw.isEmpty()) {
            sentences.add(flaw);
        }
        return sentences;
    }
}
