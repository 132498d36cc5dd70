package io.regcontract.report.record;

import io.regcontract.contract.input.ReadableFile;
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

/** The lines of a file, each of bounded size: a record holds what a service sent, and that is hostile. */
final class BoundedLineReader implements Closeable {

    private final InputStream bytes;
    private final int longest;
    private final byte[] block = new byte[1 << 16];
    private int position;
    private int filled;
    private int number;
    private long offset;

    private BoundedLineReader(InputStream bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** @param longest how many bytes a line may have, its end not counted */
    static BoundedLineReader of(Path file, int longest) throws IOException {
        return new BoundedLineReader(Files.newInputStream(ReadableFile.of(file)), longest);
    }

    /**
     * The next line, or nothing at the end.
     *
     * @throws UnreadableLineException when it is too long; reading can go on behind it
     */
    Optional<Line> next() throws IOException, UnreadableLineException {
        if (!fill()) {
            return Optional.empty();
        }
        number++;
        long start = offset;
        var line = new ByteArrayOutputStream(1 << 13);
        boolean overlong = false;
        boolean ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < filled && block[end] != '\n') {
                end++;
            }
            int length = end - position;
            overlong |= line.size() + length > longest;
            if (!overlong) {
                line.write(block, position, length);
            }
            ended = end < filled;
            offset += length + (ended ? 1 : 0);
            position = ended ? end + 1 : end;
        }
        if (overlong) {
            throw new UnreadableLineException("the line is longer than " + longest + " bytes");
        }
        return Optional.of(new Line(line.toByteArray(), start, number));
    }

    /** Whether there is more; reads the next block when this one is used up. */
    private boolean fill() throws IOException {
        if (position == filled) {
            filled = Math.max(0, bytes.read(block));
            position = 0;
        }
        return position < filled;
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
     * @param bytes without its end
     * @param offset where it begins in the file, in bytes
     * @param number counted from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Line(byte[] bytes, long offset, int number) {

        /**
         * The line as text: UTF-8, and nothing else.
         *
         * @throws UnreadableLineException when it is not
         */
        String text() throws UnreadableLineException {
            var text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\ufffd') < 0) {
                return text;
            }
            // The sign of replacement: it stood there, or something did that is no UTF-8.
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                throw new UnreadableLineException("the line is not UTF-8");
            }
        }

        int length() {
            return bytes.length;
        }
    }

    /** A line that cannot be made a text. */
    static final class UnreadableLineException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableLineException(String message) {
            super(message);
        }
    }
}
