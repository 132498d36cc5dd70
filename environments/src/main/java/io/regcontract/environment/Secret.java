package io.regcontract.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not be shown. Only {@link #reveal()} gives it away; everything that prints sees a mask. */
public final class Secret {

    private static final String MASK = "******";

    private final String value;

    /** @throws IllegalArgumentException when the value is blank: a blank secret is a missing one */
    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
        this.value = value;
    }

    /** The value itself, for the one place that sends it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
