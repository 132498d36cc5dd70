package io.regcontract.simulator.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a filter says about the bounds of some attributes, and the rest of it.
 *
 * @param bounds in the order in which they stand there
 * @param rest the filter without the bounds; two filters that differ in nothing else have the same, and it is empty
 *     where there was nothing else
 */
public record FilterBounds(List<Found> bounds, String rest) {

    private static final Set<String> COMPARISONS = Set.of(">", ">=", "<", "<=", "=");
    private static final char BETWEEN_TOKENS = '\u001f';

    /**
     * A bound as it is written.
     *
     * @param attribute without a slash before it
     * @param value without quotes
     */
    public record Found(String attribute, String comparison, String value) {}

    /**
     * Looks for bounds.
     *
     * @param wanted which ones are meant
     * @return no bounds, and the filter as it is, when it is none
     */
    public static FilterBounds in(String filter, Predicate<Found> wanted) {
        List<FilterToken> tokens;
        try {
            tokens = FilterLexer.of(filter);
        } catch (FilterSyntaxException noFilter) {
            return new FilterBounds(List.of(), filter);
        }
        var bounds = new ArrayList<Found>();
        var rest = new ArrayList<FilterToken>();
        // The last token marks the end.
        for (int place = 0; place < tokens.size() - 1; place++) {
            var token = tokens.get(place);
            boolean isBound = place >= 2
                    && isValue(token)
                    && isComparison(tokens.get(place - 2), tokens.get(place - 1))
                    && wanted.test(new Found(
                            attribute(tokens.get(place - 2)),
                            tokens.get(place - 1).text(),
                            token.text()));
            rest.add(token);
            if (isBound) {
                bounds.add(new Found(
                        attribute(tokens.get(place - 2)), tokens.get(place - 1).text(), token.text()));
                rest.subList(rest.size() - 3, rest.size()).clear();
                if (isAnd(rest, rest.size() - 1)) {
                    rest.remove(rest.size() - 1);
                } else if (rest.isEmpty() && isAnd(tokens, place + 1)) {
                    place++;
                }
            }
        }
        return new FilterBounds(List.copyOf(bounds), written(rest));
    }

    private static boolean isAnd(List<FilterToken> tokens, int place) {
        return place >= 0 && place < tokens.size() && tokens.get(place).is("and");
    }

    private static String written(List<FilterToken> tokens) {
        var text = new StringBuilder();
        tokens.forEach(token ->
                text.append(token.kind().ordinal()).append(token.text()).append(BETWEEN_TOKENS));
        return text.toString();
    }

    private static boolean isComparison(FilterToken path, FilterToken symbol) {
        return path.kind() == FilterToken.Kind.PATH
                && symbol.kind() == FilterToken.Kind.SYMBOL
                && COMPARISONS.contains(symbol.text());
    }

    private static boolean isValue(FilterToken token) {
        return token.kind() == FilterToken.Kind.STRING || token.kind() == FilterToken.Kind.NUMBER;
    }

    private static String attribute(FilterToken path) {
        return path.text().startsWith("/") ? path.text().substring(1) : path.text();
    }
}
