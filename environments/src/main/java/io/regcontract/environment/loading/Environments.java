package io.regcontract.environment.loading;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.yaml.NearestWord;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.environment.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The environments that the profiles of one directory describe. */
public final class Environments {

    private static final String SUFFIX = ".yaml";
    private static final String EXAMPLE_SUFFIX = ".example.yaml";

    private final Path directory;
    private final Map<String, String> processEnvironment;
    private final Predicate<String> lookedFor;

    private Environments(Path directory, Map<String, String> processEnvironment, Predicate<String> lookedFor) {
        this.directory = directory;
        this.lookedFor = lookedFor;
        this.processEnvironment = Map.copyOf(processEnvironment);
    }

    /**
     * The environments of a directory. Nothing is read before it is asked for.
     *
     * @param profilesDirectory the directory with {@code NAME.yaml} for each environment
     * @param processEnvironment what {@code env:NAME} in a profile refers to: {@link System#getenv()} in production use
     */
    public static Environments in(Path profilesDirectory, Map<String, String> processEnvironment) {
        return new Environments(profilesDirectory, processEnvironment, key -> true);
    }

    /**
     * The same environments for whoever sends nothing: secrets and ids of clients that a profile refers to are not looked
     * for, and something else stands in their place. What is written in a profile is judged as ever.
     */
    public Environments withoutSecrets() {
        return new Environments(directory, processEnvironment, key -> false);
    }

    /** The same environments for a proxy, which sends nothing of its own but what stands below {@code proxy}. */
    public Environments forProxy() {
        return new Environments(directory, processEnvironment, key -> key.startsWith("/proxy/"));
    }

    /**
     * The names that can be chosen, sorted. An example ({@code NAME.example.yaml}) is none of them: it is there to be copied.
     *
     * @throws ProfileException when the directory cannot be read
     */
    public List<String> names() {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith(EXAMPLE_SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ProfileException(List.of(Problem.ofFile(
                    directory.toString(),
                    "the directory of the profiles cannot be read",
                    "Run from the project's directory, or name the right one.")));
        }
    }

    /**
     * The profile of an environment, every reference resolved.
     *
     * @throws ProfileException when there is no such profile, or when it cannot be used: all that is wrong at once
     */
    public Profile named(String name) {
        if (!names().contains(name)) {
            throw new ProfileException(List.of(unknown(name)));
        }
        var file = directory.resolve(name + SUFFIX);
        String text;
        try {
            text = Files.readString(ReadableFile.of(file));
        } catch (IOException unreadable) {
            throw new ProfileException(List.of(Problem.ofFile(
                    file.toString(), "the profile cannot be read", "It must be a file with UTF-8 text.")));
        }
        YamlDocument document;
        try {
            document = YamlDocument.parse(file.toString(), text);
        } catch (YamlException notPlainYaml) {
            throw new ProfileException(notPlainYaml.problems());
        }
        return new ProfileReader(name, directory, document, processEnvironment, lookedFor).read();
    }

    private Problem unknown(String name) {
        var known = "Known: " + String.join(", ", names()) + ".";
        var plain = name.replaceFirst("\\.example$", "");
        if (plain.matches("[a-z0-9-]+") && Files.exists(directory.resolve(plain + EXAMPLE_SUFFIX))) {
            return Problem.ofFile(
                    directory.toString(),
                    "there is no environment " + SafeText.typed(name) + ", only the example " + plain + EXAMPLE_SUFFIX,
                    "Copy it to a name of your own, fill it in and choose that. " + known);
        }
        return Problem.ofFile(
                directory.toString(),
                "there is no environment " + SafeText.typed(name),
                NearestWord.to(name, names())
                                .map(nearest -> "Did you mean " + nearest + "? ")
                                .orElse("")
                        + known);
    }
}
