package io.regcontract.simulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that is named on the command line, which other users of the machine can read, and stands elsewhere:
 * {@code env:NAME} or {@code file:PATH}. Where NAME is not set, NAME_FILE may name the file that holds the secret, as
 * containers hand secrets on. What cannot be read is refused with a sentence that shows no value.
 */
public final class SecretReference {

    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";
    private static final String FILE_SUFFIX = "_FILE";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** Characters that no one sees, such as a byte order mark, or that end a line. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final long LONGEST_FILE_IN_BYTES = 64 * 1024;

    private final Map<String, String> environment;

    /** @param environment the environment variables of the process */
    public SecretReference(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether a text is a reference, and not the secret itself. */
    static boolean isOne(String text) {
        return text.startsWith(VARIABLE) || text.startsWith(FILE);
    }

    /**
     * Reads what a reference leads to, without the blanks around it.
     *
     * @param option the option that it was given to
     * @throws IllegalArgumentException when it is no reference or leads to nothing; the message is a sentence without
     *     its full stop
     */
    public String read(String option, String text) {
        if (text.startsWith(VARIABLE)) {
            return variable(option, text.substring(VARIABLE.length()));
        }
        if (text.startsWith(FILE)) {
            return file(option, text.substring(FILE.length()));
        }
        throw new IllegalArgumentException(option + " takes no secret itself, because other users of this machine can"
                + " read a command line; write env:NAME or file:PATH");
    }

    private String variable(String option, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(option
                    + ": what stands after env: is not the name of an environment variable; write letters, digits and"
                    + " underscores");
        }
        var value = value(name);
        var path = value(name + FILE_SUFFIX);
        if (value.isPresent() && path.isPresent()) {
            throw new IllegalArgumentException(option + ": both " + name + " and " + name + FILE_SUFFIX
                    + " are set, and they could differ; unset one of them");
        }
        return value.map(secret -> seen(option, "the environment variable " + name, secret))
                .or(() -> path.map(where -> file(option, where)))
                .orElseThrow(() -> new IllegalArgumentException(
                        option + ": the environment variable " + name + " is not set, or set to nothing"));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String file(String option, String path) {
        try {
            var file = Path.of(path);
            if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_FILE_IN_BYTES) {
                var content = Files.readString(file).strip();
                if (!content.isEmpty()) {
                    return seen(option, "the file " + path, content);
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            // Said below: the remedy is the same.
        }
        throw new IllegalArgumentException(option + ": the file " + path
                + " cannot be read, is empty, or is longer than 64 KiB; put the secret into it, in UTF-8");
    }

    private static String seen(String option, String where, String secret) {
        if (UNSEEN.matcher(secret).find()) {
            throw new IllegalArgumentException(option + ": " + where
                    + " has a line break or a character that cannot be seen; save it as plain UTF-8, one line, without"
                    + " a byte order mark");
        }
        return secret;
    }
}
