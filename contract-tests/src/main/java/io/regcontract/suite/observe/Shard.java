package io.regcontract.suite.observe;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Which part of a run this is. A requirement belongs to a shard by its id alone, so that every machine agrees without
 * asking another, and one that is added moves no other.
 *
 * @param index counts from 1
 * @param total how many there are
 */
public record Shard(int index, int total) {

    /** The whole run. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Shard {
        if (index < 1 || index > total) {
            throw new IllegalArgumentException(
                    "there is no shard " + index + "/" + total + ": they count from 1, as in -Dshard=1/4.");
        }
    }

    /**
     * From {@code i/n}.
     *
     * @throws IllegalArgumentException when it is none, in words for a person
     */
    public static Shard parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no shard: write -Dshard=i/n, as in -Dshard=1/4.");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether a requirement belongs here. */
    public boolean holds(String requirementId) {
        var hash = new CRC32();
        hash.update(requirementId.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % total == index - 1;
    }
}
