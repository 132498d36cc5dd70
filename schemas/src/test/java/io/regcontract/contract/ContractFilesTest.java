package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.loading.ContractFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract in a jar, as it is mostly read, perhaps repacked by another build: whole, and with its data damaged. The other tests read a directory. */
class ContractFilesTest {

    @TempDir
    private Path directory;

    @Test
    void areFoundInAJarWithoutEntriesForItsFolders() throws Exception {
        ContractJar.Loaded loaded = new ContractJar().loadIn(directory);
        Class<?> type = loaded.contract().getClass();
        assertThat(type).isNotSameAs(Contract.class);
        assertThat(type.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(loaded.jar().toUri().toURL());
        assertThat((List<?>) type.getMethod("errors").invoke(loaded.contract())).hasSameSizeAs(DocumentationFacts.ALL);
    }

    @Test
    void aSchemaThatIsMissingIsNamed() throws Exception {
        assertBroken(
                new ContractJar().without("errors/361-unique_violation.schema.json"),
                "contract/errors: no schema for code 361");
    }

    @Test
    void aSchemaForACodeWithoutConstantIsNamed() throws Exception {
        assertBroken(
                new ContractJar()
                        .with(
                                "errors/399-pattern_violation.schema.json",
                                ContractFiles.text("errors/361-unique_violation.schema.json")
                                        .replace("361", "399")),
                "contract/errors/399-pattern_violation.schema.json: code 399 has no constant in ErrorCode");
    }

    @Test
    void twoSchemasForOneCodeAreNamed() throws Exception {
        assertBroken(
                new ContractJar()
                        .with(
                                "errors/361-violation.schema.json",
                                ContractFiles.text("errors/361-unique_violation.schema.json")),
                "contract/errors/361-violation.schema.json: code 361 is also that of contract/errors/361-unique_violation.schema.json");
    }

    @Test
    void aKeyThatIsMissingIsNamed() throws Exception {
        assertBroken(
                new ContractJar()
                        .changed(
                                "errors/361-unique_violation.schema.json",
                                text -> text.replace("\"condition\"", "\"conditoin\"")),
                "contract/errors/361-unique_violation.schema.json x-contract: condition must be a text");
    }

    @Test
    void aWordThatIsNotInItsListIsNamedWithTheList() throws Exception {
        assertBroken(
                new ContractJar().changed("readings.yaml", text -> text.replaceFirst("sure: high", "sure: hihg")),
                "contract/readings.yaml R-one-condition: sure must be one of [high, medium, low]");
        assertBroken(
                new ContractJar()
                        .changed("operations.yaml", text -> text.replaceFirst("required: always", "required: ever")),
                "contract/operations.yaml /clients/add parameters description: required must be always, no, or one of unless, with, oneOf");
    }

    @Test
    void aTypeThatIsMissingUnknownOrThereTwiceIsNamed() throws Exception {
        assertBroken(
                new ContractJar().changed("parameter-types.yaml", text -> text.replace("kind: filter", "kind: uri")),
                "contract/parameter-types.yaml: uri stands there twice");
        assertBroken(
                new ContractJar()
                        .changed(
                                "parameter-types.yaml", text -> text.replace("  - { kind: text, empty: value }\n", "")),
                "contract/parameter-types.yaml: nothing is said of text");
        assertThatThrownBy(() -> new ContractJar()
                        .changed("operations.yaml", text -> text.replaceFirst("type: string", "type: sting"))
                        .loadIn(directory))
                .hasMessageStartingWith(
                        "contract/operations.yaml /clients/add parameters description: type must be one of [string, text, ");
    }

    @Test
    void aSlipInTheAttributesIsNamed() throws Exception {
        assertBroken(
                new ContractJar().changed("attributes.yaml", text -> text.replaceFirst("length: true", "length: yes")),
                "contract/attributes.yaml string: length must be true or false");
        assertBroken(
                new ContractJar().changed("attributes.yaml", text -> text.replaceFirst("code: 362", "code: 399")),
                "contract/attributes.yaml required: code must be a documented code");
    }

    @Test
    void aFileThatCannotBeParsedIsNamed() throws Exception {
        ContractJar jar = new ContractJar().with("errata.yaml", "errata: [");
        assertThatThrownBy(() -> jar.loadIn(directory))
                .hasMessageStartingWith("contract/errata.yaml cannot be parsed: ");
    }

    @Test
    void aFileThatIsMissingIsNamed() throws Exception {
        assertBroken(
                new ContractJar().without("envelope.schema.json"),
                "contract/envelope.schema.json is missing from regcontract-schemas");
        assertBroken(
                new ContractJar().without("operations.yaml"),
                "contract/operations.yaml is missing from regcontract-schemas");
    }

    private void assertBroken(ContractJar jar, String message) {
        assertThatThrownBy(() -> jar.loadIn(directory)).hasMessage(message).satisfies(thrown -> assertThat(
                        thrown.getClass().getName())
                .isEqualTo(ContractDataException.class.getName()));
    }
}
