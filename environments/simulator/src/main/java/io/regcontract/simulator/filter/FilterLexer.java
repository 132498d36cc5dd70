package io.regcontract.simulator.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a filter into tokens, reading every sign once. */
final class FilterLexer {

    /** More than any person writes, and little enough that no filter can exhaust the parser. */
    private static final int MOST = 4_000;
    /** A number of more digits means nothing to anyone, and every comparison would cost as much. */
    static final int LONGEST_NUMBER = 1_000;

    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "is", "null", "true", "false", FilterParser.REMOVED_OPERATOR);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]{1,3})?");
    private static final String SYMBOLS = "<>=!()";

    private final String filter;
    private final List<FilterToken> tokens = new ArrayList<>();
    private int position;

    private FilterLexer(String filter) {
        this.filter = filter;
    }

    static List<FilterToken> of(String filter) {
        var tokens = new FilterLexer(filter);
        tokens.cut();
        return tokens.tokens;
    }

    private void cut() {
        while (position < filter.length()) {
            char sign = filter.charAt(position);
            if (isSpace(sign)) {
                position++;
                continue;
            }
            if (tokens.size() == MOST) {
                throw new FilterSyntaxException("the filter is too long");
            }
            if (sign == '\'') {
                string();
            } else if (isDigit(sign) || sign == '-') {
                number();
            } else if (isLetter(sign) || sign == '/') {
                word();
            } else if (SYMBOLS.indexOf(sign) >= 0) {
                symbol(sign);
            } else {
                throw unexpected(position);
            }
        }
        tokens.add(new FilterToken(FilterToken.Kind.END, "", position));
    }

    /** {@code \'} and {@code ''} stand for a quote, a backslash before any other sign for that sign. */
    private void string() {
        var content = new StringBuilder();
        int begin = position;
        int next = position + 1;
        while (next < filter.length()) {
            char sign = filter.charAt(next);
            boolean hasNext = next + 1 < filter.length();
            if (sign == '\\' && hasNext) {
                content.append(filter.charAt(next + 1));
                next += 2;
            } else if (sign == '\'' && hasNext && filter.charAt(next + 1) == '\'') {
                content.append('\'');
                next += 2;
            } else if (sign == '\'') {
                tokens.add(new FilterToken(FilterToken.Kind.STRING, content.toString(), begin));
                position = next + 1;
                return;
            } else if (sign == '\\') {
                break;
            } else {
                content.append(sign);
                next++;
            }
        }
        throw unexpected(begin);
    }

    private void number() {
        var matcher = NUMBER.matcher(filter).region(position, filter.length());
        if (!matcher.lookingAt()) {
            throw unexpected(position);
        }
        if (matcher.end() - position > LONGEST_NUMBER) {
            throw new FilterSyntaxException(
                    "the number at position " + (position + 1) + " has more than " + LONGEST_NUMBER + " digits");
        }
        tokens.add(new FilterToken(FilterToken.Kind.NUMBER, matcher.group(), position));
        position = matcher.end();
    }

    private void word() {
        int begin = position;
        int end = begin + (filter.charAt(begin) == '/' ? 1 : 0);
        if (end == filter.length() || !isLetter(filter.charAt(end))) {
            throw unexpected(begin);
        }
        while (end < filter.length()) {
            char sign = filter.charAt(end);
            boolean isStep =
                    (sign == '.' || sign == '/') && end + 1 < filter.length() && isLetter(filter.charAt(end + 1));
            if (!isStep && !isLetter(sign) && !isDigit(sign) && sign != '-') {
                break;
            }
            end++;
        }
        var text = filter.substring(begin, end);
        var keyword = text.toLowerCase(Locale.ROOT);
        tokens.add(
                KEYWORDS.contains(keyword)
                        ? new FilterToken(FilterToken.Kind.KEYWORD, keyword, begin)
                        : new FilterToken(FilterToken.Kind.PATH, text, begin));
        position = end;
    }

    private void symbol(char sign) {
        boolean isDouble = (sign == '<' || sign == '>' || sign == '!')
                && position + 1 < filter.length()
                && filter.charAt(position + 1) == '=';
        tokens.add(new FilterToken(FilterToken.Kind.SYMBOL, isDouble ? sign + "=" : String.valueOf(sign), position));
        position += isDouble ? 2 : 1;
    }

    private static FilterSyntaxException unexpected(int position) {
        return new FilterSyntaxException("unexpected character at position " + (position + 1));
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
    }
}
