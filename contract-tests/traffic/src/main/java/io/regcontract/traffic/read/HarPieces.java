package io.regcontract.traffic.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a HAR into its entries. It looks for {@code log.entries} and for where each entry ends, and at nothing else: an
 * entry that is broken is found so by who reads it.
 */
final class HarPieces implements PieceReader {

    private enum Place {
        BEFORE_LOG,
        IN_LOG,
        IN_ENTRIES,
        DONE
    }

    private final ByteSource source;
    private Place place = Place.BEFORE_LOG;
    private boolean found;
    private int number;

    HarPieces(InputStream in) {
        this.source = new ByteSource(in);
    }

    @Override
    public Optional<Piece> next() throws IOException {
        while (place != Place.DONE) {
            switch (place) {
                case BEFORE_LOG -> enter("log", '{', Place.IN_LOG, Place.DONE);
                case IN_LOG -> enter("entries", '[', Place.IN_ENTRIES, Place.BEFORE_LOG);
                default -> {
                    var piece = entry();
                    if (piece.isPresent()) {
                        return piece;
                    }
                }
            }
        }
        if (!found) {
            throw new BrokenFileException("is no HAR: it has no log.entries. Export one as HAR 1.2, or name a file with"
                    + " an exchange on each line.");
        }
        return Optional.empty();
    }

    /** Goes on to a member of an object, or to the end of the object. */
    private void enter(String member, char opening, Place inside, Place behind) throws IOException {
        if (behind == Place.DONE && source.peekSignificant() == '{') {
            source.read();
        }
        while (true) {
            int next = source.peekSignificant();
            if (next == ',') {
                source.read();
            } else if (next == '}') {
                source.read();
                place = behind;
                return;
            } else if (next == '"') {
                var key = key();
                if (source.peekSignificant() == ':') {
                    source.read();
                }
                if (key.equals(member) && source.peekSignificant() == opening) {
                    source.read();
                    found |= inside == Place.IN_ENTRIES;
                    place = inside;
                    return;
                }
                passOver();
            } else {
                throw broken(next);
            }
        }
    }

    private Optional<Piece> entry() throws IOException {
        while (true) {
            int next = source.peekSignificant();
            if (next == ',') {
                source.read();
            } else if (next == ']') {
                source.read();
                place = Place.IN_LOG;
                return Optional.empty();
            } else if (next == ByteSource.END) {
                throw new BrokenFileException("ends behind entry " + number
                        + ", and its list of entries does not: it was" + " cut off. What stands before was judged.");
            } else {
                number++;
                return Optional.of(piece());
            }
        }
    }

    private Piece piece() throws IOException {
        var bytes = new ByteArrayOutputStream(4096);
        try {
            return source.readValue(bytes, Piece.LARGEST)
                    ? new Piece(number, bytes.toByteArray(), false)
                    : new Piece(number, new byte[0], true);
        } catch (BrokenFileException end) {
            place = Place.DONE;
            throw new BrokenFileException("ends in the middle of entry " + number
                    + ": it was cut off, or a quotation mark is missing. What stands before was judged.");
        }
    }

    private String key() throws IOException {
        try {
            return source.readKey();
        } catch (BrokenFileException end) {
            throw broken(ByteSource.END);
        }
    }

    private void passOver() throws IOException {
        try {
            source.skipValue();
        } catch (BrokenFileException end) {
            throw broken(ByteSource.END);
        }
    }

    private BrokenFileException broken(int next) {
        place = Place.DONE;
        var what = next == ByteSource.END
                ? "it ends too early"
                : "it is no JSON from byte " + (source.position() + 1) + " on";
        return new BrokenFileException(
                found
                        ? "is broken behind its entries: " + what + ". The entries were judged."
                        : "is no HAR: " + what + ". Export one as HAR 1.2.");
    }
}
