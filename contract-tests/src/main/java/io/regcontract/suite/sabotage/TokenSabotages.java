package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.TOKEN;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The request token is missing, malformed, or belongs to another answer. */
final class TokenSabotages {

    private static final String PRESENT = "token.present";
    private static final String LENGTH = "token.length";
    private static final String BLANK_FREE = "token.blank-free";
    private static final String CHARACTERS = "token.characters";

    private static final int LENGTH_PROMISED = 16;

    private TokenSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                sabotage("token-missing", "There is no request token.")
                        .foundBy(PRESENT)
                        .perhaps(token(failure -> failure.without(TOKEN))),
                sabotage("token-null", "The request token is null.")
                        .foundBy(PRESENT)
                        .perhaps(token(failure -> failure.raw(TOKEN, "null"))),
                sabotage("token-number", "The request token is a number of 16 digits.")
                        .foundBy(PRESENT)
                        .perhaps(token(failure -> failure.raw(TOKEN, "1234567890123456"))),
                sabotage("token-array", "The request token stands in an array.")
                        .foundBy(PRESENT)
                        .perhaps(token(failure -> failure.raw(TOKEN, "[\"" + failure.text(TOKEN) + "\"]"))),
                sabotage("token-renamed", "The request token is called request_id.")
                        .foundBy(PRESENT)
                        .perhaps(token(failure -> failure.renamed(TOKEN, "request_id"))),
                sabotage("token-empty", "The request token is empty.")
                        .foundBy(LENGTH)
                        .perhaps(token(failure -> failure.with(TOKEN, ""))),
                sabotage("token-of-15", "The request token lacks its last character.")
                        .foundBy(LENGTH)
                        .perhaps(token(failure -> failure.with(
                                TOKEN,
                                failure.text(TOKEN)
                                        .substring(0, failure.text(TOKEN).length() - 1)))),
                sabotage("token-of-17", "The request token has a character more.")
                        .foundBy(LENGTH)
                        .perhaps(token(failure -> failure.with(TOKEN, failure.text(TOKEN) + "2"))),
                blank("token-blank", "The request token has a blank inside.", ' '),
                blank("token-tab", "The request token has a tab inside.", '\t'),
                blank("token-no-break-space", "The request token has a no-break space inside.", '\u00a0'),
                blank("token-blank-behind", "The request token ends in a blank.", ' ', 15),
                blank("token-line-separator", "The request token has a line separator inside.", '\u2028'),
                blank(
                        "token-blank-look-alike",
                        "The request token has a letter inside that looks like a blank.",
                        '\u3164'),
                character("token-zero-width", "The request token has a character inside that nobody sees.", "\\u200b"),
                character("token-nul", "The request token has a NUL inside.", "\\u0000"),
                character(
                        "token-escape", "The request token has an ESC inside, which a terminal acts upon.", "\\u001b"),
                character("token-right-to-left", "The request token turns the direction of writing.", "\\u202e"),
                character("token-half-a-character", "The request token has half a character inside.", "\\ud83d"),
                character(
                        "token-no-character", "The request token has U+FFFE inside, which is no character.", "\\ufffe"),
                character(
                        "token-private",
                        "The request token has a character inside that only some fonts know.",
                        "\\ue000"),
                character(
                        "token-combining",
                        "The request token has a mark inside that belongs to the letter before it.",
                        "\\u0301"),
                sabotage(
                                "token-of-emoji",
                                "The request token is 16 emoji, which are 32 characters where halves are counted.")
                        .foundBy(CHARACTERS)
                        .perhaps(token(
                                failure -> failure.raw(TOKEN, "\"" + "\\ud83d\\ude00".repeat(LENGTH_PROMISED) + "\""))),
                sabotage("token-repeated", "The request token is that of an earlier answer.")
                        .foundBy("token.unique")
                        .within((failure, context) -> last(context)
                                .filter(other -> failure.hasText(TOKEN))
                                .map(other -> failure.with(TOKEN, other))),
                sabotage("token-made-up", "The request token is one that the API log does not know.")
                        .foundBy("token.logged")
                        // Reversed, a token is well formed, and almost certainly never issued.
                        .perhaps(token(failure -> failure.with(
                                TOKEN,
                                new StringBuilder(failure.text(TOKEN)).reverse().toString()))));
    }

    /** @param escape the character as JSON writes it, so that nothing on the way can make another of it */
    private static Sabotage character(String id, String words, String escape) {
        return sabotage(id, words).foundBy(CHARACTERS).perhaps(token(failure -> {
            var token = failure.text(TOKEN);
            return failure.raw(TOKEN, "\"" + token.substring(0, 8) + escape + token.substring(9) + "\"");
        }));
    }

    private static Sabotage blank(String id, String words, char blank) {
        return blank(id, words, blank, 8);
    }

    private static Sabotage blank(String id, String words, char blank, int at) {
        return sabotage(id, words).foundBy(BLANK_FREE).perhaps(token(failure -> {
            var token = new StringBuilder(failure.text(TOKEN));
            token.setCharAt(at, blank);
            return failure.with(TOKEN, token.toString());
        }));
    }

    /** Damages the token of an answer that has one. */
    private static Function<FailingAnswer, Optional<RawResponse>> token(Function<FailingAnswer, RawResponse> damage) {
        return failure ->
                failure.text(TOKEN).length() < LENGTH_PROMISED ? Optional.empty() : Optional.of(damage.apply(failure));
    }

    private static Optional<String> last(SabotageContext context) {
        var tokens = context.earlier().stream()
                .map(given -> given.reply().answer())
                .map(answer -> answer.text(TOKEN))
                .flatMap(Optional::stream)
                .toList();
        return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.get(tokens.size() - 1));
    }
}
