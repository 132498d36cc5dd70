package io.regcontract.traffic.read;

import java.io.IOException;
import java.io.InputStream;

/** The formats of recorded traffic that are read. */
enum FileFormat {
    /** HAR 1.2. */
    HAR("entry") {
        @Override
        PieceReader pieces(InputStream in) {
            return new HarPieces(in);
        }

        @Override
        PieceParser parser() {
            return new HarEntryParser();
        }
    },
    /** A line for each exchange. */
    LINES("line") {
        @Override
        PieceReader pieces(InputStream in) {
            return new LinePieces(in);
        }

        @Override
        PieceParser parser() {
            return new ExchangeLineParser();
        }
    },
    /** A run record of the suite. */
    RECORD("line") {
        @Override
        PieceReader pieces(InputStream in) {
            return new LinePieces(in);
        }

        @Override
        PieceParser parser() {
            return new RecordLineParser();
        }
    };

    private final String unit;

    FileFormat(String unit) {
        this.unit = unit;
    }

    /** What a piece of it is called. */
    String unit() {
        return unit;
    }

    abstract PieceReader pieces(InputStream in);

    abstract PieceParser parser();

    /**
     * The format of a file, by how it begins and, where that does not tell, by its name.
     *
     * @param head the first bytes; the stream stands before them again afterwards
     * @throws BrokenFileException when it is none of them
     */
    static FileFormat of(InputStream head, String name) throws IOException {
        return FormatProbe.of(head, name);
    }
}
