package io.regcontract.environment.loading;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Resolves {@code env:NAME} and {@code file:PATH} of one profile. Where NAME is not set, NAME_FILE may name the file that
 * holds its value, as containers hand secrets on. What cannot be resolved becomes a problem that names the
 * variable or file and the key, and never shows a value.
 */
final class ReferenceResolver {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String FILE_SUFFIX = "_FILE";
    private static final String NOT_LOOKED_FOR = "not-looked-for";
    private static final int SHORTEST_SECRET = 6;
    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final long LONGEST_FILE_IN_BYTES = 64 * 1024;

    private final YamlDocument document;
    private final Path directory;
    private final Map<String, String> processEnvironment;
    private final Predicate<String> lookedFor;
    private final List<Problem> problems;

    /** @param lookedFor by its key: whether a secret or an id of a client is looked for, which only who sends needs */
    ReferenceResolver(
            YamlDocument document,
            Path directory,
            Map<String, String> processEnvironment,
            Predicate<String> lookedFor,
            List<Problem> problems) {
        this.lookedFor = lookedFor;
        this.document = document;
        this.directory = directory;
        this.processEnvironment = processEnvironment;
        this.problems = problems;
    }

    /** The value meant at a pointer: what a reference leads to, or the text itself. */
    Optional<String> value(String pointer, String meaning) {
        return document.text(pointer).flatMap(text -> {
            if (text.startsWith("env:")) {
                return variable(pointer, text.substring("env:".length()), meaning);
            }
            return text.startsWith("file:")
                    ? file(pointer, text.substring("file:".length()), meaning)
                    : Optional.of(text);
        });
    }

    /** The secret meant at a pointer; it must stand there as a reference. */
    Optional<Secret> secret(String pointer, String meaning) {
        var text = document.text(pointer);
        if (text.isPresent() && !text.get().startsWith("env:") && !text.get().startsWith("file:")) {
            problems.add(document.problem(
                    pointer,
                    "a secret must not stand in a profile",
                    "Keep it in an environment variable or a file, write env:NAME or file:PATH here, and change the"
                            + " secret if this file was ever shared."));
            return Optional.empty();
        }
        if (!lookedFor.test(pointer)) {
            return text.map(reference -> new Secret(NOT_LOOKED_FOR));
        }
        var secret = value(pointer, meaning);
        if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
            problems.add(document.problem(
                    pointer,
                    "the secret has fewer than " + SHORTEST_SECRET
                            + " characters, too few to be told from other text and" + " kept out of reports",
                    "Use a longer one."));
            return Optional.empty();
        }
        return secret.map(Secret::new);
    }

    /** The id of a client. */
    Optional<String> identity(String pointer, String meaning) {
        return !lookedFor.test(pointer) ? document.text(pointer).map(id -> NOT_LOOKED_FOR) : value(pointer, meaning);
    }

    /** Whether a pointer names a variable that is not set, or set to nothing. */
    boolean unset(String pointer) {
        return document.text(pointer)
                .filter(text -> text.startsWith("env:"))
                .map(text -> text.substring("env:".length()))
                .filter(name -> isBlank(name) && isBlank(name + FILE_SUFFIX))
                .isPresent();
    }

    /** The file meant by {@code file:PATH}, which must be there. */
    Optional<Path> path(String pointer, String meaning) {
        var text = document.text(pointer).filter(written -> written.startsWith("file:"));
        var file = text.map(written -> directory.resolve(written.substring("file:".length())));
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            problems.add(document.problem(
                    pointer,
                    "there is no file " + file.get(),
                    "Put " + meaning + " there; a relative path starts at " + directory + "."));
            return Optional.empty();
        }
        return file;
    }

    private boolean isBlank(String name) {
        return processEnvironment.getOrDefault(name, "").isBlank();
    }

    private Optional<String> variable(String pointer, String name, String meaning) {
        if (!VARIABLE.matcher(name).matches()) {
            problems.add(document.problem(
                    pointer,
                    "what stands after env: is not the name of an environment variable",
                    "Write env: and a name of letters, digits and underscores, without a blank between."));
            return Optional.empty();
        }
        var value = processEnvironment.get(name);
        if (!isBlank(name) && !isBlank(name + FILE_SUFFIX)) {
            problems.add(document.problem(
                    pointer,
                    "both " + name + " and " + name + FILE_SUFFIX + " are set, and they could differ",
                    "Unset one of the two."));
            return Optional.empty();
        }
        if (isBlank(name) && !isBlank(name + FILE_SUFFIX)) {
            return file(pointer, processEnvironment.getOrDefault(name + FILE_SUFFIX, ""), meaning);
        }
        if (value == null || value.isBlank()) {
            problems.add(document.problem(
                    pointer,
                    "the environment variable " + name + " is " + (value == null ? "not set" : "set to nothing"),
                    "Set " + name + " to " + meaning + "."));
            return Optional.empty();
        }
        return seen(pointer, "the environment variable " + name, value.strip());
    }

    /** A value as a person put it there: what nobody sees would be sent along, and be refused as another value. */
    private Optional<String> seen(String pointer, String where, String value) {
        var unseen = value.codePoints().filter(ServiceText::acts).findFirst();
        if (unseen.isEmpty()) {
            return Optional.of(value);
        }
        problems.add(document.problem(
                pointer,
                where
                        + (unseen.getAsInt() == BYTE_ORDER_MARK && value.codePointAt(0) == BYTE_ORDER_MARK
                                ? " begins with a byte order mark"
                                : String.format(
                                        Locale.ROOT, " has a character that nobody sees (U+%04X)", unseen.getAsInt()))
                        + ", which would be sent as a part of the value",
                "Save it as plain UTF-8, one line, without a byte order mark."));
        return Optional.empty();
    }

    private Optional<String> file(String pointer, String path, String meaning) {
        try {
            var file = ReadableFile.of(directory.resolve(path));
            if (Files.size(file) <= LONGEST_FILE_IN_BYTES) {
                var content = Files.readString(file).strip();
                if (!content.isEmpty()) {
                    return seen(pointer, "the file " + path, content);
                }
            }
        } catch (ReadableFile.NotRegularException pipe) {
            problems.add(document.problem(
                    pointer,
                    "the file " + path + " is a pipe or a device, which may never end",
                    "Put " + meaning + " into a file of its own; a relative path starts at " + directory + "."));
            return Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            // Unreadable: reported below like an empty or overlong file, since the remedy is the same.
        }
        problems.add(document.problem(
                pointer,
                "the file " + path + " cannot be read, is empty, or is longer than 64 KiB",
                "Put " + meaning + " into it, in UTF-8; a relative path starts at " + directory + "."));
        return Optional.empty();
    }
}
