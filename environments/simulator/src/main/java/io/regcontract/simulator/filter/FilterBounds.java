package io.regcontract.simulator.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a filter says about the bounds of some attributes, and the rest of it.
 *
 * @param bounds in the order in which they stand there
 * @param rest the filter without the values of the bounds; two filters that differ in nothing else have the same
 */
public record FilterBounds(List<Found> bounds, String rest) {

    private static final Set<String> COMPARISONS = Set.of(">", ">=", "<", "<=", "=");
    private static final String CUT_OUT = "?";
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
        var rest = new StringBuilder();
        for (int place = 0; place < tokens.size(); place++) {
            var token = tokens.get(place);
            var text = token.text();
            if (place >= 2 && isValue(token)) {
                var found = new Found(
                        attribute(tokens.get(place - 2)), tokens.get(place - 1).text(), text);
                if (isComparison(tokens.get(place - 2), tokens.get(place - 1)) && wanted.test(found)) {
                    bounds.add(found);
                    text = CUT_OUT;
                }
            }
            rest.append(token.kind().ordinal()).append(text).append(BETWEEN_TOKENS);
        }
        return new FilterBounds(List.copyOf(bounds), rest.toString());
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
