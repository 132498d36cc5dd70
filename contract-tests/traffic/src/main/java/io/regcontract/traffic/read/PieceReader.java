package io.regcontract.traffic.read;

import java.io.IOException;
import java.util.Optional;

/** Cuts a file into pieces. */
interface PieceReader {

    /**
     * The next piece; none at the end.
     *
     * @throws BrokenFileException when the file cannot be read from here on, in words for a person
     * @throws IOException when it cannot be read at all
     */
    Optional<Piece> next() throws IOException;
}
