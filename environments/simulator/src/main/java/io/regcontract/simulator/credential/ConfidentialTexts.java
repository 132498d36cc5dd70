package io.regcontract.simulator.credential;

import io.regcontract.simulator.error.ApiErrorException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");
    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    /** Of parameters that are credentials, also where they are the fields of a form. */
    private static final Pattern NAMES = Pattern.compile(
            "client_secret|code|signature|password_value|refresh_secret|.*token|.*_code|.*[pP]assword(?:Confirm)?");

    /** What a call shows in confidence. */
    public static ConfidentialTexts in(ApiRequest request) {
        var parameters = request.parameters();
        var inHeader = request.authorization().stream().flatMap(ConfidentialTexts::inHeader);
        var inParameters = parameters.names().stream()
                .filter(name -> NAMES.matcher(name).matches())
                .flatMap(name -> parameters.all(name).stream());
        var longestFirst =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(String::toString));
        Stream.concat(inHeader, inParameters)
                // A path keeps the slash that it begins with.
                .map(text -> LEADING_SLASHES.matcher(text.strip()).replaceFirst(""))
                .filter(text -> text.length() >= SHORTEST)
                .forEach(longestFirst::add);
        return new ConfidentialTexts(List.copyOf(longestFirst));
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
    private static Stream<String> inHeader(String header) {
        var parts = BLANKS.splitAsStream(header.strip()).toList();
        return parts.stream()
                .skip(parts.size() > 1 ? 1 : 0)
                .flatMap(part ->
                        Stream.concat(proofs(part), decoded(part).stream().flatMap(ConfidentialTexts::proofs)));
    }

    /** A text, and what stands behind its colon; the id before it is no secret. */
    private static Stream<String> proofs(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? Stream.of(text) : Stream.of(text, text.substring(colon + 1));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
