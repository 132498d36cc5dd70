package io.regcontract.report.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A waiver to be pasted into a file of {@code waivers/}. It is refused as it is printed: who answers for it, where it
 * is tracked and why it may stay, a person has to write.
 */
public final class WaiverTemplate {

    private static final int DAYS = 14;
    private static final int LONGEST_ACTUAL = 500;

    private WaiverTemplate() {}

    /** The first line of a file of waivers. */
    public static String head() {
        return "waivers:";
    }

    /**
     * An item of the list of waivers, line by line, indented to stand below {@link #head()}.
     *
     * @param created the day of the verdict
     */
    public static List<String> lines(
            String requirement, String environment, String check, String actual, LocalDate created) {
        return List.of(
                "  - id: W-" + WaiverReader.PLACEHOLDER,
                "    requirement: " + quoted(requirement),
                "    environments: [" + quoted(environment) + "]",
                "    check: " + check,
                actual.length() <= LONGEST_ACTUAL
                        ? "    actual: " + quoted(actual)
                        : "    actual-sha256: "
                                + ToleratedValue.Digest.of(actual).sha256(),
                "    reason: " + WaiverReader.PLACEHOLDER + " why this may stay for a while",
                "    issue: " + WaiverReader.PLACEHOLDER + " where the mending is tracked",
                "    owner: " + WaiverReader.PLACEHOLDER + " who sees to it",
                "    created: " + created,
                "    expires: " + created.plusDays(DAYS),
                "    strict: true");
    }

    /**
     * A YAML scalar in double quotes, in ASCII: what a service sent must not get out of its quotes, become markup
     * where the template is shown, nor fool the eye.
     */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character >= ' ' && character < 0x7f && "<>&`@#".indexOf(character) < 0) {
                quoted.append((char) character);
            } else {
                quoted.append(
                        character > 0xffff
                                ? String.format(Locale.ROOT, "\\U%08x", character)
                                : String.format(Locale.ROOT, "\\u%04x", character));
            }
        });
        return quoted.append('"').toString();
    }
}
