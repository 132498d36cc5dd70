package io.regcontract.report.policy;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.contract.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of a policy, on its way from a person. */
public final class PolicyDocument {

    private PolicyDocument() {}

    /**
     * The file when it keeps its format.
     *
     * @param format name of the format, see {@link io.regcontract.contract.validation.FileFormats}
     * @param remedy what to do where there is no such file, a sentence
     * @param problems gets everything that is wrong
     */
    public static Optional<YamlDocument> read(Path file, String format, String remedy, List<Problem> problems) {
        var name = file.toString();
        try {
            var document = YamlDocument.parse(name, Files.readString(ReadableFile.of(file)));
            var wrong = document.problems(format);
            problems.addAll(wrong);
            return wrong.isEmpty() ? Optional.of(document) : Optional.empty();
        } catch (YamlException notYaml) {
            problems.addAll(notYaml.problems());
        } catch (MalformedInputException notUtf8) {
            problems.add(Problem.ofFile(name, "this is not UTF-8", "Save the file as UTF-8."));
        } catch (ReadableFile.NotRegularException pipe) {
            problems.add(Problem.ofFile(name, "this is a pipe or a device, and no file", "Put a file in its place."));
        } catch (IOException unreadable) {
            problems.add(Problem.ofFile(name, "there is no such file, or it cannot be read", remedy));
        }
        return Optional.empty();
    }
}
