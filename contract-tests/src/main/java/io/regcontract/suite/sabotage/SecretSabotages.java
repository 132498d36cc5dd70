package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.DESCRIPTION;
import static io.regcontract.suite.sabotage.FailingAnswer.TOKEN;
import static io.regcontract.suite.sabotage.SabotageBuilder.onTheWire;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import io.regcontract.contract.secret.SecretPieces;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A secret of the request comes back: in a text, a field or a header, in one of the forms it can take. */
final class SecretSabotages {

    private static final String SECRET_FREE = "body.secret-free";

    private static final int LENGTH_OF_A_TOKEN = 16;

    private SecretSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                told("secret-in-description", "A secret of the request stands in the description.", secret -> secret),
                told(
                        "secret-in-base64",
                        "A secret of the request stands in the description, in base64.",
                        secret -> base64("", secret)),
                gaveAway("secret-escaped", "A secret of the request stands in the description, in JSON's escapes.")
                        .within((failure, context) -> secret(context)
                                .map(secret -> failure.raw(DESCRIPTION, "\"refused: " + escaped(secret) + "\""))),
                gaveAway("secret-in-a-field", "A secret of the request stands in a field of its own.")
                        .within((failure, context) -> secret(context).map(secret -> failure.with("debug", secret))),
                told(
                        "secret-in-base64-of-more",
                        "A secret of the request stands in the description, in base64 together with other text.",
                        secret -> base64("client:", secret)),
                told(
                        "secret-in-hex",
                        "A secret of the request stands in the description, in hexadecimal.",
                        secret -> HexFormat.of().withUpperCase().formatHex(utf8(secret))),
                told(
                        "secret-in-percent",
                        "A secret of the request stands in the description, every character of it percent-encoded.",
                        secret -> "%" + HexFormat.ofDelimiter("%").formatHex(utf8(secret))),
                told(
                        "secret-in-entities",
                        "A secret of the request stands in the description, as a page writes characters by number.",
                        secret -> secret.codePoints()
                                .mapToObj(character -> "&#" + character + ";")
                                .collect(Collectors.joining())),
                told(
                        "secret-in-nested-json",
                        "A secret of the request stands in the description, in the escapes of JSON within JSON.",
                        secret -> "{\"value\":\"" + escaped(secret) + "\"}"),
                told(
                        "secret-reversed",
                        "A secret of the request stands in the description, written backwards.",
                        secret -> new StringBuilder(secret).reverse().toString()),
                header(
                        "secret-in-a-cookie",
                        "A secret of the request comes back in a cookie.",
                        "Set-Cookie",
                        secret ->
                                "sid=" + Base64.getUrlEncoder().withoutPadding().encodeToString(utf8("v1:" + secret))
                                        + "; Path=/"),
                header(
                        "secret-in-an-address",
                        "A secret of the request comes back in a Location.",
                        "Location",
                        secret -> "https://client.example.com/?state=%"
                                + HexFormat.ofDelimiter("%").formatHex(utf8(secret))),
                header(
                        "secret-in-a-header",
                        "A secret of the request comes back in a header for those who look for faults.",
                        "X-Debug",
                        secret -> "auth=" + HexFormat.of().formatHex(utf8(secret))),
                sabotage("token-of-the-secret", "The request token is a piece of a secret of the request.")
                        .foundBy(SECRET_FREE)
                        .andBy("token.logged")
                        .within((failure, context) -> Optional.of(failure)
                                .filter(one -> one.hasText(TOKEN))
                                .flatMap(one -> piece(context))
                                .map(piece -> failure.with(TOKEN, piece))));
    }

    private static SabotageBuilder gaveAway(String id, String words) {
        return sabotage(id, words).foundBy(SECRET_FREE).andBy("body.literal");
    }

    private static Sabotage told(String id, String words, UnaryOperator<String> form) {
        return gaveAway(id, words).within((failure, context) -> secret(context)
                .map(secret -> failure.with(DESCRIPTION, "refused: " + form.apply(secret))));
    }

    private static Sabotage header(String id, String words, String name, Function<String, String> value) {
        return onTheWire(id, words).foundBy(SECRET_FREE).within((failure, context) -> secret(context)
                .filter(secret -> utf8(secret).length == secret.length())
                .map(secret -> failure.reply().and(name, value.apply(secret))));
    }

    private static Optional<String> secret(SabotageContext context) {
        return context.secrets().stream()
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** A piece, as long as a token, of the longest secret that such a piece would reveal. */
    static Optional<String> piece(SabotageContext context) {
        return context.secrets().stream()
                .filter(secret -> secret.length() > LENGTH_OF_A_TOKEN && !secret.contains(":") && !secret.contains(" "))
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(secret -> secret.substring(1, 1 + LENGTH_OF_A_TOKEN))
                .filter(piece -> SecretPieces.in(piece, context.secrets()).isPresent())
                .findFirst();
    }

    private static String escaped(String secret) {
        return secret.chars().mapToObj(unit -> String.format("\\u%04x", unit)).collect(Collectors.joining());
    }

    private static String base64(String before, String secret) {
        return Base64.getEncoder().encodeToString(utf8(before + secret));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
