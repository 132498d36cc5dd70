package io.regcontract.suite.allure;

/** Texts of a bounded size: a service decides how long its texts are, a reader how much of them is of use. */
final class TruncatedText {

    private TruncatedText() {}

    static String text(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (" + text.length() + " characters; the run record has more of them)";
    }
}
