package io.regcontract.simulator.credential;

import io.regcontract.simulator.error.ApiErrorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What a call shows in confidence: secrets, tokens, codes and passwords, wherever in the call they stand. No refusal
 * repeats any of it, also where it was sent in the place of something that refusals do repeat.
 *
 * @param texts the longest first, so that none is left in part
 */
public record ConfidentialTexts(List<String> texts) {

    private static final String TAKEN_OUT = "***";
    /** Shorter texts are words of the language that refusals are written in. */
    private static final int SHORTEST = 6;

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();
    /** What stands between the parts of a header. */
    private static final String BLANKS = " \t\n\013\f\r,";

    /** Of parameters that are credentials, also where they are the fields of a form. */
    private static final Set<String> NAMES =
            Set.of("client_secret", "code", "signature", "password_value", "refresh_secret");

    private static final List<String> ENDS_OF_NAMES =
            List.of("token", "_code", "password", "Password", "passwordConfirm", "PasswordConfirm");

    // Every call that fails comes by here: patterns and streams would be dear.

    /** What a call shows in confidence. */
    public static ConfidentialTexts in(ApiRequest request) {
        var texts = new ArrayList<String>();
        request.authorization().ifPresent(header -> addHeader(header, texts));
        var parameters = request.parameters();
        for (var name : parameters.names()) {
            if (isCredential(name)) {
                parameters.all(name).forEach(value -> addText(value, texts));
            }
        }
        if (texts.size() > 1) {
            texts.sort(LONGEST_FIRST);
        }
        return new ConfidentialTexts(List.copyOf(texts));
    }

    private static boolean isCredential(String name) {
        if (NAMES.contains(name)) {
            return true;
        }
        for (var end : ENDS_OF_NAMES) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** The refusal without any of it. */
    public ApiErrorException takenOutOf(ApiErrorException refusal) {
        return texts.isEmpty() ? refusal : refusal.rewritten(this::without);
    }

    private String without(String text) {
        var rest = text;
        for (var secret : texts) {
            rest = rest.replace(secret, TAKEN_OUT);
        }
        return rest;
    }

    /** The parts of the header behind its scheme, or all of it where it has none; and what base64 hides in them. */
    private static void addHeader(String header, List<String> texts) {
        var parts = new StringTokenizer(header, BLANKS);
        if (parts.countTokens() > 1) {
            parts.nextToken();
        }
        while (parts.hasMoreTokens()) {
            var part = parts.nextToken();
            addProofs(part, texts);
            decoded(part).ifPresent(text -> addProofs(text, texts));
        }
    }

    /** A text, and what stands behind its colon; the id before it is no secret. */
    private static void addProofs(String text, List<String> texts) {
        addText(text, texts);
        int colon = text.indexOf(':');
        if (colon >= 0) {
            addText(text.substring(colon + 1), texts);
        }
    }

    /** A path keeps the slash that it begins with. */
    private static void addText(String text, List<String> texts) {
        var stripped = text.strip();
        int begin = 0;
        while (begin < stripped.length() && stripped.charAt(begin) == '/') {
            begin++;
        }
        if (stripped.length() - begin >= SHORTEST) {
            texts.add(stripped.substring(begin));
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
