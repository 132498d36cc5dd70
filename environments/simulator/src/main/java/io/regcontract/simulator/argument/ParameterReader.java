package io.regcontract.simulator.argument;

import io.regcontract.simulator.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads parameters out of a query string, a form body or a JSON body. */
public final class ParameterReader {

    private ParameterReader() {}

    /** What was sent cannot be read at all; the message says why. */
    public static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads {@code a=b&c=d}, percent-encoded UTF-8.
     *
     * @throws UnreadableException when the encoding is broken
     */
    public static void form(byte[] encoded, Parameters into) {
        int begin = 0;
        for (int i = 0; i <= encoded.length; i++) {
            if (i == encoded.length || encoded[i] == '&') {
                if (i > begin) {
                    pair(encoded, begin, i, into);
                }
                begin = i + 1;
            }
        }
    }

    /**
     * Reads the members of a JSON object; what is no string becomes the JSON text it was.
     *
     * @throws UnreadableException when the body is no JSON object
     */
    public static void json(byte[] body, Parameters into) {
        JsonNode object;
        try {
            object = Json.read(utf8(body, 0, body.length));
        } catch (JacksonException notJson) {
            throw new UnreadableException("The request body is not well-formed JSON.");
        }
        if (!object.isObject()) {
            throw new UnreadableException("The request body must be a JSON object.");
        }
        for (var member : object.properties()) {
            var value = member.getValue();
            if (!value.isNull()) {
                into.add(member.getKey(), value.isString() ? value.stringValue() : Json.write(value));
            }
        }
    }

    private static void pair(byte[] encoded, int begin, int end, Parameters into) {
        int equals = begin;
        while (equals < end && encoded[equals] != '=') {
            equals++;
        }
        var name = decoded(encoded, begin, equals);
        into.add(name, equals < end ? decoded(encoded, equals + 1, end) : "");
    }

    private static String decoded(byte[] encoded, int begin, int end) {
        var bytes = new byte[end - begin];
        int length = 0;
        for (int i = begin; i < end; i++) {
            if (encoded[i] == '+') {
                bytes[length++] = ' ';
            } else if (encoded[i] != '%') {
                bytes[length++] = encoded[i];
            } else {
                int high = i + 2 < end ? Character.digit(encoded[i + 1], 16) : -1;
                int low = i + 2 < end ? Character.digit(encoded[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new UnreadableException("The parameters hold a % that two hexadecimal digits do not follow.");
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return utf8(bytes, 0, length);
    }

    private static String utf8(byte[] bytes, int offset, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableException("The parameters are not UTF-8.");
        }
    }
}
