package io.regcontract.contract.secret;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parts of a secret that give enough of it away: so long that they are no accident, and nothing that anybody would write anyway. */
public final class SecretPieces {

    /** As many characters as a piece has at least. */
    public static final int SHORTEST = 12;

    private static final double FEWEST_BITS = 30;

    private SecretPieces() {}

    /** The ends of a secret with a piece at their beginning: from each place on where one begins. The whole secret is no piece. */
    public static List<String> of(String secret) {
        return beginnings(secret)
                .filter(from -> isNoAccident(piece(secret, from)))
                .mapToObj(secret::substring)
                .toList();
    }

    private static IntStream beginnings(String secret) {
        return secret.length() <= SHORTEST ? IntStream.empty() : IntStream.rangeClosed(0, secret.length() - SHORTEST);
    }

    private static String piece(String secret, int from) {
        return secret.substring(from, from + SHORTEST);
    }

    private static boolean isNoAccident(String piece) {
        return EntropyEstimate.bits(piece) >= FEWEST_BITS;
    }

    /**
     * The first piece that stands in a text of a secret by which a client proves itself: one that is there together with the
     * client's id too, {@code id:secret}. Passwords and codes are made of words that may stand elsewhere by right.
     */
    public static Optional<String> in(String text, Collection<String> secrets) {
        return secrets.stream()
                .filter(secret -> isOfAClient(secret, secrets))
                // Looked for first: it is much cheaper than to measure each piece of each secret.
                .flatMap(secret -> beginnings(secret)
                        .mapToObj(from -> piece(secret, from))
                        .filter(text::contains)
                        .filter(SecretPieces::isNoAccident))
                .findFirst();
    }

    private static boolean isOfAClient(String secret, Collection<String> secrets) {
        return secrets.stream().anyMatch(pair -> pair.endsWith(":" + secret));
    }
}
