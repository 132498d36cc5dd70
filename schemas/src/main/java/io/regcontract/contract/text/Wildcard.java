package io.regcontract.contract.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of ids and paths: {@code *} stands for any text, {@code ?} for any one character. Matching tracks back to the
 * last star only, so no pattern takes exponential time.
 */
public final class Wildcard {

    /** What a pattern looks like, in words for a person. */
    public static final String FORM =
            "1 to 200 letters, digits and any of . _ - / : with * for any text and ? for any character";

    private static final Pattern FORM_PATTERN = Pattern.compile("[A-Za-z0-9._/:*?-]{1,200}");

    private final String glob;

    private Wildcard(String glob) {
        this.glob = glob;
    }

    /** The pattern, if the text is one: ids and paths hold nothing else. */
    public static Optional<Wildcard> of(String text) {
        return FORM_PATTERN.matcher(text).matches() ? Optional.of(new Wildcard(text)) : Optional.empty();
    }

    /** Whether the whole of a text is meant. */
    public boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int afterStar = 0;
        while (in < text.length()) {
            if (at < glob.length() && glob.charAt(at) == '*') {
                star = at++;
                afterStar = in;
            } else if (at < glob.length() && (glob.charAt(at) == '?' || glob.charAt(at) == text.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
        }
        return at == glob.length();
    }
}
