package io.regcontract.simulator.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a filter into tokens. */
final class Tokens {

    /** More than any person writes, and little enough that no filter can exhaust the parser. */
    private static final int MOST = 4_000;

    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "is", "null", "true", "false", FilterParser.REMOVED_OPERATOR);
    private static final Pattern PIECE = Pattern.compile(
            "(?<space>\\s+)"
                    + "|(?<string>'(?:[^'\\\\]|\\\\.|'')*+')"
                    + "|(?<number>-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)"
                    + "|(?<word>/?[A-Za-z_][A-Za-z0-9_-]*(?:[./][A-Za-z_][A-Za-z0-9_-]*)*)"
                    + "|(?<symbol><=|>=|!=|[<>=!()])",
            Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)|''", Pattern.DOTALL);

    private Tokens() {}

    static List<Token> of(String filter) {
        var tokens = new ArrayList<Token>();
        var matcher = PIECE.matcher(filter);
        int position = 0;
        while (position < filter.length()) {
            if (!matcher.region(position, filter.length()).lookingAt()) {
                throw new FilterSyntaxException("unexpected character at position " + (position + 1));
            }
            if (tokens.size() == MOST) {
                throw new FilterSyntaxException("the filter is too long");
            }
            if (matcher.group("string") != null) {
                tokens.add(new Token(Token.Kind.STRING, content(matcher.group()), position));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token(Token.Kind.NUMBER, matcher.group(), position));
            } else if (matcher.group("symbol") != null) {
                tokens.add(new Token(Token.Kind.SYMBOL, matcher.group(), position));
            } else if (matcher.group("word") != null) {
                var keyword = matcher.group().toLowerCase(Locale.ROOT);
                tokens.add(
                        KEYWORDS.contains(keyword)
                                ? new Token(Token.Kind.KEYWORD, keyword, position)
                                : new Token(Token.Kind.PATH, matcher.group(), position));
            }
            position = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", position));
        return tokens;
    }

    private static String content(String quoted) {
        return ESCAPED.matcher(quoted.substring(1, quoted.length() - 1))
                .replaceAll(found ->
                        found.group(1) == null ? "'" : java.util.regex.Matcher.quoteReplacement(found.group(1)));
    }
}
