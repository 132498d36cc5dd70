package io.regcontract.report.render;

import io.regcontract.contract.text.ServiceText;

/** Cuts text that came from a service to a size that a report may have. */
public final class TruncatedText {

    private TruncatedText() {}

    /**
     * The text, or its beginning and how long it is.
     *
     * @param longest how many UTF-16 units of it are kept
     */
    public static String text(String text, int longest) {
        return text.length() <= longest
                ? text
                : ServiceText.start(text, longest) + "... (" + text.length() + " characters)";
    }
}
