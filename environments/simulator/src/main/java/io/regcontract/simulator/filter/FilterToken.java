package io.regcontract.simulator.filter;

/**
 * The smallest piece of a filter.
 *
 * @param text for a string its content without quotes, for a word its lower-case form where it is a keyword
 */
record FilterToken(Kind kind, String text, int position) {

    private static final int LONGEST_SHOWN = 100;

    enum Kind {
        STRING,
        NUMBER,
        KEYWORD,
        PATH,
        SYMBOL,
        END
    }

    /** The text for a message, which need not repeat all of what is long. */
    String shown() {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }

    boolean is(String symbolOrKeyword) {
        return (kind == Kind.SYMBOL || kind == Kind.KEYWORD) && text.equals(symbolOrKeyword);
    }
}
