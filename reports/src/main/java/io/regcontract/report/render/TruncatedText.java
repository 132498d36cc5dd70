package io.regcontract.report.render;

/** Cuts text that came from a service to a size that a report may have. */
final class TruncatedText {

    private TruncatedText() {}

    /** At most so many characters and what is left out as a number, never cut between the halves of a character. */
    static String text(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
