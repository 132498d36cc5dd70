package io.regcontract.report.leak;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.contract.secret.EntropyEstimate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The values that must not be in any file: those in environment variables of regcontract that are named as secrets,
 * and those that the suite used in this run and handed over. Words of the contract are not sought, whatever they are
 * called: they stand in every report.
 */
public final class KnownSecrets {

    private static final Pattern SECRET = Pattern.compile("REGCONTRACT_[A-Z0-9_]*(SECRET|TOKEN|PASSWORD|KEY)");

    /** Shorter values turn up by chance. */
    private static final int SHORTEST = 8;

    private final Map<String, String> namesByValue = new LinkedHashMap<>();

    private KnownSecrets() {}

    /** The values in a process's environment. */
    public static KnownSecrets in(Map<String, String> environment) {
        var registered = new KnownSecrets();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (SECRET.matcher(name).matches()) {
                registered.add(name, value);
            }
        });
        return registered;
    }

    /**
     * Reads the secrets that the suite passed on and deletes the file: {@code regcontract-RUN.registered}, or one
     * file per shard that ran on this machine, with {@code NAME BASE64} on each line. A run on another machine has
     * none.
     *
     * @throws IOException when there is one that cannot be read or deleted: a search without it would find nothing,
     *     which is not the same as that there is nothing to be found
     */
    public KnownSecrets addHandedOver(Path directory, String runId) throws IOException {
        var file = Pattern.compile("regcontract-" + Pattern.quote(runId) + "(-shard-[0-9]+)?\\.registered");
        try (var handedOver =
                Files.newDirectoryStream(directory, path -> file.matcher(String.valueOf(path.getFileName()))
                        .matches())) {
            for (var path : handedOver) {
                var text = Files.readString(ReadableFile.of(path));
                // A run that was killed may have left half a line.
                for (var line :
                        text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                    add(path, line);
                }
                Files.delete(path);
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        return this;
    }

    private void add(Path file, String line) throws IOException {
        var parts = line.split(" ", 2);
        try {
            add(parts[0], new String(Base64.getDecoder().decode(parts[1].strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException other) {
            throw new IOException(file + " is not what the suite writes.");
        }
    }

    private void add(String name, String value) {
        if (value.length() >= SHORTEST && !EntropyEstimate.isOfTheContract(value)) {
            namesByValue.putIfAbsent(value, name);
        }
    }

    /** What the secrets are called, by their values. */
    Map<String, String> namesByValue() {
        return Collections.unmodifiableMap(namesByValue);
    }

    /** How many there are, and nothing of what they are. */
    @Override
    public String toString() {
        return namesByValue.size() + " registered values";
    }
}
