package io.regcontract.report.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file, strictly UTF-8 and each of bounded size: a record holds what a service sent, and that is hostile. */
final class Lines implements Closeable {

    private final InputStream bytes;
    private final int longest;
    private int number;
    private long offset;

    private Lines(InputStream bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** @param longest how many bytes a line may have, its end not counted */
    static Lines of(Path file, int longest) throws IOException {
        return new Lines(new BufferedInputStream(Files.newInputStream(file), 1 << 16), longest);
    }

    /**
     * The next line, or nothing at the end.
     *
     * @throws UnreadableLineException when it is too long or not UTF-8; reading can go on behind it
     */
    Optional<Line> next() throws IOException, UnreadableLineException {
        int next = bytes.read();
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        long start = offset;
        var line = new ByteArrayOutputStream();
        boolean overlong = false;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            offset++;
            overlong |= line.size() >= longest;
            if (!overlong) {
                line.write(next);
            }
        }
        offset++;
        if (overlong) {
            throw new UnreadableLineException("the line is longer than " + longest + " bytes");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return Optional.of(new Line(text, start, line.size()));
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableLineException("the line is not UTF-8");
        }
    }

    /** Number of the line last returned or refused, counted from 1. */
    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /**
     * A line.
     *
     * @param offset where it begins in the file, in bytes
     * @param length in bytes, its end not counted
     */
    record Line(String text, long offset, int length) {}

    /** A line that cannot be made a text. */
    static final class UnreadableLineException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableLineException(String message) {
            super(message);
        }
    }
}
