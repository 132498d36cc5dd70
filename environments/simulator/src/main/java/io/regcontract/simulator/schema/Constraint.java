package io.regcontract.simulator.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules an attribute can ask of its values, under the names that attribute definitions use. */
public enum Constraint {
    REQUIRED("required"),
    UNIQUE("unique"),
    LOCALLY_UNIQUE("locally-unique"),
    ALPHABETIC("alphabetic"),
    ALPHANUMERIC("alphanumeric"),
    UNICODE_LETTERS("unicode-letters"),
    UNICODE_PRINTABLE("unicode-printable"),
    EMAIL_ADDRESS("email-address");

    private final String documentedName;

    Constraint(String documentedName) {
        this.documentedName = documentedName;
    }

    /** The name of the constraint in schemas. */
    public String documentedName() {
        return documentedName;
    }

    /** The constraint of that name, if there is one. */
    public static Optional<Constraint> named(String name) {
        return Arrays.stream(values())
                .filter(constraint -> constraint.documentedName.equals(name))
                .findFirst();
    }

    /** Whether the characters of a string are what this constraint allows; true for constraints about other things. */
    public boolean allows(String text) {
        return switch (this) {
            case ALPHABETIC -> text.chars().allMatch(Constraint::isLatinLetter);
            case ALPHANUMERIC -> text.chars().allMatch(sign -> isLatinLetter(sign) || isLatinDigit(sign));
            case UNICODE_LETTERS -> text.codePoints().allMatch(Character::isLetter);
            case UNICODE_PRINTABLE -> text.codePoints().allMatch(Constraint::isPrintable);
            case EMAIL_ADDRESS ->
                text.length() <= EmailPattern.LONGEST
                        && EmailPattern.INSTANCE.matcher(text).matches();
            case REQUIRED, UNIQUE, LOCALLY_UNIQUE -> true;
        };
    }

    private static boolean isLatinLetter(int sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean isLatinDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Letters and digits of every script are welcome in both halves; the domain has at least two labels. */
    private static final class EmailPattern {
        /** 64 signs before the at sign and 255 after it (RFC 5321, 4.5.3.1). */
        static final int LONGEST = 320;

        static final Pattern INSTANCE = Pattern.compile("[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]++"
                + "(?:\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]++)*+"
                + "@(?:[\\p{L}\\p{N}\\p{M}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?\\.)++"
                + "[\\p{L}\\p{N}\\p{M}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?");
    }
}
