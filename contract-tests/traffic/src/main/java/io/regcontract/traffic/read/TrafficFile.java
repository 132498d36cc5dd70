package io.regcontract.traffic.read;

import io.regcontract.contract.input.ReadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of recorded traffic, open for reading from its beginning to its end. Pieces are cut by one thread, and may be
 * parsed by others.
 */
public final class TrafficFile implements AutoCloseable {

    private final String name;
    private final InputStream in;
    private final FileFormat format;
    private final PieceReader pieces;
    private final PieceParser parser;

    private TrafficFile(String name, InputStream in, FileFormat format) {
        this.name = name;
        this.in = in;
        this.format = format;
        this.pieces = format.pieces(in);
        this.parser = format.parser();
    }

    /**
     * Opens a file. One that is packed with gzip is unpacked as it is read.
     *
     * @param name that stands in reports for it
     * @throws BrokenFileException when it holds no recorded traffic, in words for a person
     * @throws IOException when it cannot be read
     */
    public static TrafficFile open(Path file, String name) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BrokenFileException("is a directory: name the files in it.");
        }
        InputStream bytes;
        try {
            bytes = Files.newInputStream(ReadableFile.of(file));
        } catch (NoSuchFileException none) {
            throw new BrokenFileException("is not there.");
        } catch (AccessDeniedException denied) {
            throw new BrokenFileException("may not be read by this user.");
        } catch (ReadableFile.NotRegularException pipe) {
            throw new BrokenFileException("is a pipe or a device, and no file: save what it gives first.");
        }
        try {
            var in = unpacked(new BufferedInputStream(bytes, FormatProbe.LOOKS_AT + 16));
            return new TrafficFile(name, in, FileFormat.of(in, name));
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(3);
        var packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        var plain = packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), FormatProbe.LOOKS_AT + 16) : in;
        plain.mark(3);
        if (plain.read() != 0xef || plain.read() != 0xbb || plain.read() != 0xbf) {
            plain.reset();
        }
        return plain;
    }

    /** The name that stands for it in reports. */
    public String name() {
        return name;
    }

    /**
     * The next piece; none at the end.
     *
     * @throws BrokenFileException when there is more that cannot be read, in words for a person
     * @throws IOException when the file cannot be read any more
     */
    public Optional<Piece> next() throws IOException {
        return pieces.next();
    }

    /** Where a piece stands, in words for a person: {@code shop.har, entry 12}. */
    public String placeOf(Piece piece) {
        return name + ", " + format.unit() + " " + piece.number();
    }

    /** The exchanges of a piece. May be called by several threads. */
    public ParsedPiece parse(Piece piece) {
        return parser.parse(piece, placeOf(piece));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
