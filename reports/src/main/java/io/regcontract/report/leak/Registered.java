package io.regcontract.report.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values that must not be in any file: those in environment variables of regcontract that are named as secrets, and those
 * that the suite made up for this run and handed over.
 */
public final class Registered {

    private static final Pattern SECRET = Pattern.compile("REGCONTRACT_[A-Z0-9_]*(SECRET|TOKEN|PASSWORD|KEY)");

    /** Shorter values turn up by chance. */
    private static final int SHORTEST = 8;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Registered() {}

    /** The values in a process's environment. */
    public static Registered in(Map<String, String> environment) {
        var registered = new Registered();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (SECRET.matcher(name).matches()) {
                registered.add(name, value);
            }
        });
        return registered;
    }

    /**
     * Takes over what the suite made up, and deletes the file: {@code NAME BASE64} on each line. Nothing when there is no such
     * file.
     */
    public Registered takeOver(Path handedOver) {
        try {
            for (var line : Files.readAllLines(handedOver)) {
                var parts = line.split(" ", 2);
                if (parts.length == 2) {
                    add(parts[0], new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8));
                }
            }
            Files.delete(handedOver);
        } catch (IOException | IllegalArgumentException nothing) {
            return this;
        }
        return this;
    }

    private void add(String name, String value) {
        if (value.length() >= SHORTEST) {
            values.put(name, value);
        }
    }

    /** Values by name. */
    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** How many there are, and nothing of what they are. */
    @Override
    public String toString() {
        return values.size() + " registered values";
    }
}
