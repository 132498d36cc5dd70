package io.regcontract.traffic.read;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads pieces as JSON and makes exchanges of them. Safe for use by several threads. */
abstract class PieceParser {

    private static final int DEEPEST = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Piece.LARGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Makes exchanges of a piece.
     *
     * @param place of the piece, as {@code shop.har, entry 12}
     */
    final ParsedPiece parse(Piece piece, String place) {
        if (piece.tooLarge()) {
            return ParsedPiece.broken("is larger than " + Piece.LIMIT + ", the most that is read");
        }
        try {
            var root = tree(piece.bytes());
            return root.isObject() ? parse(root, place) : ParsedPiece.broken("is no JSON object");
        } catch (StreamConstraintsException beyond) {
            return ParsedPiece.broken(
                    "is nested deeper than " + DEEPEST + " levels, or has a number of thousands of digits");
        } catch (JacksonException noJson) {
            var message = String.valueOf(noJson.getOriginalMessage());
            return ParsedPiece.broken(
                    message.startsWith("Duplicate") ? "has a key twice in one object" : "is no valid JSON");
        }
    }

    /** The JSON of a piece; a format may leave out of it what it has no use for. */
    JsonNode tree(byte[] bytes) {
        return JSON.readTree(bytes);
    }

    static JsonParser parser(byte[] bytes) {
        return JSON.createParser(bytes);
    }

    abstract ParsedPiece parse(JsonNode root, String place);
}
