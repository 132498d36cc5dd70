package io.regcontract.simulator.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a filter says about the bounds of some attributes, and the rest of it.
 *
 * @param <T> what is wanted of a bound
 * @param bounds in the order in which they stand there
 * @param rest the filter without the bounds; two filters that differ in nothing else have the same, and it is empty
 *     where there was nothing else
 */
public record FilterBounds<T>(List<T> bounds, String rest) {

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
     * @param wanted makes of a bound what is wanted of it; empty when it is none of those that are meant
     * @return no bounds, and the filter as it is, when it is none
     */
    public static <T> FilterBounds<T> in(String filter, Function<Found, Optional<T>> wanted) {
        List<FilterToken> tokens;
        try {
            tokens = FilterLexer.of(filter);
        } catch (FilterSyntaxException noFilter) {
            return new FilterBounds<>(List.of(), filter);
        }
        var bounds = new ArrayList<T>(2);
        var rest = new ArrayList<FilterToken>(tokens.size());
        // The last token marks the end.
        for (int place = 0; place < tokens.size() - 1; place++) {
            rest.add(tokens.get(place));
            var bound = endingAt(place, tokens).flatMap(wanted);
            if (bound.isPresent()) {
                bounds.add(bound.get());
                rest.subList(rest.size() - 3, rest.size()).clear();
                if (isAnd(rest, rest.size() - 1)) {
                    rest.remove(rest.size() - 1);
                } else if (rest.isEmpty() && isAnd(tokens, place + 1)) {
                    place++;
                }
            }
        }
        return new FilterBounds<>(List.copyOf(bounds), written(rest));
    }

    private static Optional<Found> endingAt(int place, List<FilterToken> tokens) {
        if (place < 2 || !isValue(tokens.get(place)) || !isComparison(tokens.get(place - 2), tokens.get(place - 1))) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                attribute(tokens.get(place - 2)),
                tokens.get(place - 1).text(),
                tokens.get(place).text()));
    }

    private static boolean isAnd(List<FilterToken> tokens, int place) {
        return place >= 0 && place < tokens.size() && tokens.get(place).is("and");
    }

    private static String written(List<FilterToken> tokens) {
        var text = new StringBuilder();
        tokens.forEach(
                token -> text.append(token.kind().name()).append(token.text()).append(BETWEEN_TOKENS));
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
