package io.regcontract.suite.allure;

/** Texts of a bounded size: a service decides how long its texts are, a reader how much of them is of use. */
final class Bounded {

    private Bounded() {}

    static String text(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest) + "… (" + text.length() + " characters; the run record has more of them)";
    }
}
