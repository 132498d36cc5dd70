package io.regcontract.simulator.imports.file;

import io.regcontract.simulator.json.Json;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens files, compressed by gzip or not. */
public final class ImportFile {

    private static final int BUFFER = 1 << 16;
    /** More than any schema, flow or list of settings has; such a file is held in memory. */
    private static final long LARGEST = 64L << 20;

    private ImportFile() {}

    /**
     * Opens a file; what gzip has packed is unpacked, whatever the file is called.
     *
     * @throws ImportException when it is not there or cannot be read
     */
    static InputStream open(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw ImportException.in(file, "is a directory; name the files in it");
            }
            var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return packed ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (NoSuchFileException absent) {
            throw ImportException.in(file, "is not there");
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /**
     * Reads a file that holds one JSON object.
     *
     * @throws ImportException when it is not there, too large, or holds something else
     */
    public static ObjectNode object(Path file) {
        try (var stream = new BoundedStream(open(file), LARGEST, file);
                var parser = Json.parser(stream)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ImportException.in(file, "must hold a JSON object");
            }
            var object = (ObjectNode) Json.read(parser);
            if (parser.nextToken() != null) {
                throw ImportException.at(
                        file,
                        "line " + parser.currentTokenLocation().getLineNr(),
                        "there is text behind the JSON object");
            }
            return object;
        } catch (JacksonException broken) {
            throw broken(file, broken);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /**
     * Refuses an answer that tells of an error.
     *
     * @throws ImportException when it does
     */
    public static void refuseError(Path file, ObjectNode answer) {
        if (answer.has("stat") && !answer.path("stat").stringValue("").equals("ok")) {
            throw ImportException.in(
                    file,
                    "holds an error and no success: code " + plain(answer.path("code")) + " "
                            + plain(answer.path("error")));
        }
    }

    /** A short word of an answer as it may be shown. */
    static String plain(JsonNode value) {
        var text = value.asString("");
        return text.matches("[A-Za-z0-9_ .-]{1,60}") ? text : "(unreadable)";
    }

    static ImportException unreadable(Path file, IOException unreadable) {
        return ImportException.in(file, "cannot be read: " + firstLine(unreadable.getMessage()));
    }

    /** What Jackson has to say, without what it read: that may be somebody's data. */
    static ImportException broken(Path file, JacksonException broken) {
        var location = broken.getLocation();
        var line = location == null ? 0 : location.getLineNr();
        var reason = firstLine(broken.getOriginalMessage());
        if (broken instanceof UnexpectedEndOfInputException) {
            reason = "the JSON ends too early: the file is cut short";
        } else {
            reason = "not well-formed JSON" + withoutValues(reason);
        }
        return line > 0 ? ImportException.at(file, "line " + line, reason) : ImportException.in(file, "has " + reason);
    }

    private static String withoutValues(String reason) {
        return reason.toLowerCase(Locale.ROOT).startsWith("duplicate") ? ": a key is given twice" : "";
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** Ends a file that is too large to be held in memory. */
    private static final class BoundedStream extends FilterInputStream {

        private final Path file;
        private long left;

        BoundedStream(InputStream stream, long most, Path file) {
            super(stream);
            this.file = file;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var sign = super.read();
            count(sign < 0 ? 0 : 1);
            return sign;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(long read) {
            left -= read;
            if (left < 0) {
                throw ImportException.in(
                        file, "is larger than " + (LARGEST >> 20) + " MiB, which no answer of this kind is");
            }
        }
    }
}
