package io.regcontract.traffic.judge;

import io.regcontract.suite.redaction.SecretExtractor;
import io.regcontract.traffic.redaction.FoundSecret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells the body of a plain success in one pass, without a tree of it: most of all traffic. What it is not sure of, it
 * leaves to {@link io.regcontract.check.answer.Answer}, with which it agrees in all that it takes for a success.
 */
final class SuccessScan {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 1_000;
    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SuccessScan() {}

    /** The secrets in the body of a success; empty when it is none for sure. */
    static Optional<List<FoundSecret>> secretsOfSuccess(byte[] body) {
        if (body.length == 0 || body[0] != '{') {
            return Optional.empty();
        }
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            return Optional.empty();
        }
        var found = new ArrayList<FoundSecret>();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return isSuccess(parser, FoundSecret.extractor(found)) ? Optional.of(found) : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static boolean isSuccess(JsonParser parser, SecretExtractor secrets) {
        boolean ok = false;
        int depth = 0;
        while (true) {
            var token = parser.nextToken();
            if (token == null) {
                return ok && depth == 0;
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
                if (depth == 0) {
                    return ok && parser.nextToken() == null;
                }
            } else if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                var name = parser.currentName();
                if (name.equals("code") || name.equals("error")) {
                    return false;
                }
            } else if (token == JsonToken.VALUE_STRING && parser.currentName() != null) {
                var value = parser.getString();
                ok |= depth == 1 && parser.currentName().equals("stat") && value.equals("ok");
                secrets.named(parser.currentName(), value);
            }
        }
    }
}
