package io.regcontract.traffic.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, one after the other, and the values of JSON in them without what they mean. */
final class ByteSource {

    static final int END = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 18];
    private int at;
    private int filled;
    private long before;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** How many bytes have been read. */
    long position() {
        return before + at;
    }

    private boolean more() throws IOException {
        before += filled;
        at = 0;
        filled = 0;
        int read = in.read(buffer, 0, buffer.length);
        filled = Math.max(0, read);
        return filled > 0;
    }

    int read() throws IOException {
        return at < filled || more() ? buffer[at++] & 0xff : END;
    }

    /** The next byte that is no blank. It stays unread. */
    int peekSignificant() throws IOException {
        while (true) {
            if (at >= filled && !more()) {
                return END;
            }
            int next = buffer[at] & 0xff;
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
    }

    /** Reads a value of JSON, and passes over it. */
    void skipValue() throws IOException {
        value(null, 0);
    }

    /**
     * Reads a value of JSON.
     *
     * @param into gets its bytes, up to the limit
     * @return whether all of it is there
     * @throws BrokenFileException when the file ends in it
     */
    boolean readValue(ByteArrayOutputStream into, int limit) throws IOException {
        return value(into, limit);
    }

    /** Reads a text of JSON, escapes as they are written. */
    String readKey() throws IOException {
        var key = new ByteArrayOutputStream(32);
        value(key, 1024);
        var text = key.toString(java.nio.charset.StandardCharsets.UTF_8);
        return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
    }

    private boolean value(@org.jspecify.annotations.Nullable ByteArrayOutputStream into, int limit) throws IOException {
        int first = peekSignificant();
        boolean whole = true;
        int depth = 0;
        boolean text = false;
        boolean scalar = first != '{' && first != '[' && first != '"';
        while (true) {
            if (at >= filled && !more()) {
                if (scalar && first != END) {
                    return whole;
                }
                throw new BrokenFileException("");
            }
            int start = at;
            boolean ended = false;
            while (at < filled && !ended) {
                byte next = buffer[at];
                if (text) {
                    if (next == '\\') {
                        // The byte behind it is passed over, also where it is in the next buffer.
                        at++;
                        if (at >= filled) {
                            whole &= copy(into, limit, start);
                            if (!more()) {
                                throw new BrokenFileException("");
                            }
                            start = 0;
                        }
                    } else if (next == '"') {
                        text = false;
                        ended = depth == 0;
                    }
                    at++;
                } else if (scalar) {
                    if (next == ',' || next == '}' || next == ']' || next <= ' ') {
                        whole &= copy(into, limit, start);
                        return whole;
                    }
                    at++;
                } else {
                    if (next == '"') {
                        text = true;
                    } else if (next == '{' || next == '[') {
                        depth++;
                    } else if (next == '}' || next == ']') {
                        depth--;
                        ended = depth == 0;
                    }
                    at++;
                }
            }
            whole &= copy(into, limit, start);
            if (ended) {
                return whole;
            }
        }
    }

    private boolean copy(@org.jspecify.annotations.Nullable ByteArrayOutputStream into, int limit, int start) {
        if (into == null) {
            return true;
        }
        int length = at - start;
        if (into.size() + length > limit) {
            return false;
        }
        into.write(buffer, start, length);
        return true;
    }
}
