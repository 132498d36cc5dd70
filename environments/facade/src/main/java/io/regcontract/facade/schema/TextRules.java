package io.regcontract.facade.schema;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The constraints on the characters of a text, and what addresses look like. */
public final class TextRules {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>()]+@[^\\s@.,;<>()]+(?:\\.[^\\s@.,;<>()]+)+");
    private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IP_ADDRESS = Pattern.compile(PART + "(?:\\." + PART + "){3}");

    private static final Map<String, Pattern> CHARACTERS = Map.of(
            "alphabetic", Pattern.compile("[A-Za-z]*"),
            "alphanumeric", Pattern.compile("[A-Za-z0-9]*"),
            "unicode-letters", Pattern.compile("[\\p{L}\\p{M}]*"),
            "unicode-printable", Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}]*"),
            "email-address", EMAIL);

    private TextRules() {}

    /** The constraint among those of an attribute that a text breaks; empty when it breaks none. */
    public static Optional<String> broken(Attribute attribute, String text) {
        return attribute.constraints().stream()
                .sorted()
                .filter(constraint -> CHARACTERS.containsKey(constraint)
                        && !CHARACTERS.get(constraint).matcher(text).matches())
                .findFirst();
    }

    /** Whether a text is the address of a mailbox. */
    public static boolean isEmailAddress(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** Whether a text is an IPv4 address. */
    public static boolean isIpAddress(String text) {
        return IP_ADDRESS.matcher(text).matches();
    }
}
