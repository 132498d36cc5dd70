package io.regcontract.contract;

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
        return secret.length() <= SHORTEST
                ? List.of()
                : IntStream.rangeClosed(0, secret.length() - SHORTEST)
                        .filter(from -> Surprise.bits(secret.substring(from, from + SHORTEST)) >= FEWEST_BITS)
                        .mapToObj(secret::substring)
                        .toList();
    }

    /** The first piece of one of the secrets that stands in a text. */
    public static Optional<String> in(String text, Collection<String> secrets) {
        return secrets.stream()
                .filter(secret -> !isPair(secret, secrets))
                .flatMap(secret -> of(secret).stream())
                .map(rest -> rest.substring(0, SHORTEST))
                .filter(text::contains)
                .findFirst();
    }

    /** The id of a client before its secret is no secret. */
    private static boolean isPair(String pair, Collection<String> secrets) {
        return secrets.stream().anyMatch(secret -> pair.endsWith(":" + secret));
    }
}
