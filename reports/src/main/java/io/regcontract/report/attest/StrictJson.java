package io.regcontract.report.attest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON that every reader understands alike: a key that is there twice is read one way here and another way elsewhere. */
final class StrictJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private StrictJson() {}

    /** Why a text is no JSON, for the middle of a sentence. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String why) {
            super(why);
        }
    }

    static JsonNode read(byte[] utf8) throws UnreadableException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8));
            return JSON.readTree(text.toString());
        } catch (StreamReadException wrong) {
            throw new UnreadableException(
                    String.valueOf(wrong.getOriginalMessage()).startsWith("Duplicate")
                            ? "has a key twice"
                            : "is no JSON, or was cut short");
        } catch (JacksonException wrong) {
            throw new UnreadableException("is no JSON, or has more behind its end");
        } catch (CharacterCodingException wrong) {
            throw new UnreadableException("is no UTF-8");
        }
    }

    /** The text of a file: indented, with an end of line. */
    static String text(JsonNode json) {
        return JSON.writeValueAsString(json) + "\n";
    }
}
