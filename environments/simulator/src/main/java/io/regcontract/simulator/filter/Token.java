package io.regcontract.simulator.filter;

/**
 * The smallest piece of a filter.
 *
 * @param text for a string its content without quotes, for a word its lower-case form where it is a keyword
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        STRING,
        NUMBER,
        KEYWORD,
        PATH,
        SYMBOL,
        END
    }

    boolean is(String symbolOrKeyword) {
        return (kind == Kind.SYMBOL || kind == Kind.KEYWORD) && text.equals(symbolOrKeyword);
    }
}
