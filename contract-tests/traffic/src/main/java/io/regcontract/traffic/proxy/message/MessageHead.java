package io.regcontract.traffic.proxy.message;

import io.regcontract.check.answer.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a message, a char for a byte.
 *
 * @param startLine without its end
 * @param fields in their order
 */
public record MessageHead(String startLine, List<Field> fields) {

    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    /**
     * A field.
     *
     * @param name as it was written
     * @param value without blanks around it
     * @param line as it was written, without its end
     */
    public record Field(String name, String value, String line) {

        /** A field of the proxy's own. */
        public static Field of(String name, String value) {
            return new Field(name, value, name + ": " + value);
        }

        public boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /**
     * Reads a head.
     *
     * @param text lines that end in CR and LF
     * @throws BadMessageException when a line could be taken for something else by another reader
     */
    public static MessageHead of(String text) throws BadMessageException {
        var end = text.indexOf("\r\n");
        var startLine = text.substring(0, end);
        checkSigns(startLine, 0);
        var fields = new ArrayList<Field>();
        for (var from = end + 2; from < text.length(); from = end + 2) {
            end = text.indexOf("\r\n", from);
            fields.add(field(text.substring(from, end)));
        }
        return new MessageHead(startLine, List.copyOf(fields));
    }

    /** A line of a head or of a trailer. */
    public static Field field(String line) throws BadMessageException {
        if (line.startsWith(" ") || line.startsWith("\t")) {
            throw new BadMessageException(400, "a header is folded over several lines");
        }
        var colon = line.indexOf(':');
        if (colon < 1) {
            throw new BadMessageException(400, "a line of its head is no header");
        }
        for (var at = 0; at < colon; at++) {
            if (!isToken(line.charAt(at))) {
                throw new BadMessageException(400, "the name of a header has a sign that no name may have");
            }
        }
        checkSigns(line, colon + 1);
        return new Field(line.substring(0, colon), line.substring(colon + 1).strip(), line);
    }

    private static void checkSigns(String line, int from) throws BadMessageException {
        for (var at = from; at < line.length(); at++) {
            var sign = line.charAt(at);
            if ((sign < ' ' && sign != '\t') || sign == 0x7f) {
                throw new BadMessageException(400, "its head has a control character");
            }
        }
    }

    private static boolean isToken(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || TOKEN_SIGNS.indexOf(sign) >= 0;
    }

    /** Whether this is a token of HTTP, as a method has to be. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(sign -> isToken((char) sign));
    }

    /** The values of a field, each as it was written. */
    public List<String> values(String name) {
        var values = new ArrayList<String>(1);
        for (var field : fields) {
            if (field.is(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /** The fields as the judge takes them. */
    public List<Answer.Header> headers() {
        var headers = new ArrayList<Answer.Header>(fields.size());
        for (var field : fields) {
            headers.add(new Answer.Header(field.name(), field.value()));
        }
        return headers;
    }
}
