package io.regcontract.traffic.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a file into its lines. Blank ones are passed over, and counted. */
final class LinePieces implements PieceReader {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 18];
    private int at;
    private int filled;
    private int number;

    LinePieces(InputStream in) {
        this.in = in;
    }

    @Override
    public Optional<Piece> next() throws IOException {
        while (true) {
            var line = new ByteArrayOutputStream(2048);
            boolean whole = true;
            boolean ended = false;
            boolean any = false;
            while (!ended) {
                if (at >= filled) {
                    at = 0;
                    filled = Math.max(0, in.read(buffer, 0, buffer.length));
                    if (filled == 0) {
                        break;
                    }
                }
                any = true;
                int start = at;
                while (at < filled && buffer[at] != '\n') {
                    at++;
                }
                ended = at < filled;
                if (line.size() + at - start <= Piece.LARGEST) {
                    line.write(buffer, start, at - start);
                } else {
                    whole = false;
                }
                at += ended ? 1 : 0;
            }
            if (!any) {
                return Optional.empty();
            }
            number++;
            if (!whole) {
                return Optional.of(new Piece(number, new byte[0], true));
            }
            var bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return Optional.of(new Piece(number, bytes, false));
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each < 0 || each > ' ') {
                return false;
            }
        }
        return true;
    }
}
