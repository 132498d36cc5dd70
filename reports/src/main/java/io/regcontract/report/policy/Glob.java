package io.regcontract.report.policy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A pattern of ids: {@code *} stands for any characters, {@code ?} for one, everything else for itself. */
public final class Glob {

    private final String text;
    private final Pattern pattern;

    private Glob(String text) {
        this.text = text;
        this.pattern = Pattern.compile(text.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining()));
    }

    /** The pattern that a text is. */
    public static Glob of(String text) {
        return new Glob(text);
    }

    /** Whether the whole of an id is meant. */
    public boolean matches(String id) {
        return pattern.matcher(id).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
