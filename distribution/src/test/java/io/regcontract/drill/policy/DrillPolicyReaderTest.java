package io.regcontract.drill.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.drill.judge.FindingNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillPolicyReaderTest {

    private static final String FORMAT = "format: regcontract/drill-policy/1\n";

    private static final List<String> OPERATIONS = List.of("/entity", "/entity.find");

    @TempDir
    private Path directory;

    @Test
    void readsAllThatCanBeDemanded() throws IOException {
        var policy = read(
                """
                codes:
                  - { code: "41?", at: "/entity*", succeeds-later: true }
                reactions:
                  - { reaction: retry-storm, code: "510", then: warns }
                exit-status: { drilled: failure, undisturbed: any }
                exceptions:
                  - { finding: "told-*", at: /entity, reason: known }
                """);

        assertThat(policy.codes()).singleElement().satisfies(code -> {
            assertThat(code.isPattern()).isTrue();
            assertThat(code.succeedsLater()).isTrue();
            assertThat(code.place()).isEqualTo(file() + ":3");
        });
        assertThat(policy.reactions())
                .extracting(DrillPolicy.ReactionRule::then)
                .containsExactly(Consequence.WARNS);
        assertThat(policy.status()).isEqualTo(new DrillPolicy.StatusRule(DrillPolicy.DrilledStatus.FAILURE, false));
        assertThat(policy.exceptions()).extracting(DrillPolicy.Exempt::reason).containsExactly("known");
    }

    @Test
    void demandsNoMoreThanTheDefaultWhereItSaysNothing() throws IOException {
        assertThat(read("")).isEqualTo(DrillPolicy.DEFAULT);
    }

    @Test
    void saysAtOnceAllThatIsWrongWithLineKeyAndRemedy() {
        assertThatThrownBy(
                        () -> read(
                                """
                        codes:
                          - { code: "999" }
                        reactions:
                          - { reaction: retry-strom, then: fails }
                        exceptions:
                          - { finding: "never-*", reason: none }
                        """))
                .isInstanceOf(YamlException.class)
                .message()
                .isEqualToNormalizingNewlines(file()
                        + ":3:7: codes[0].code: no documented code is 999. Write one of the "
                        + ErrorCode.values().length + " codes, or a pattern"
                        + " of them such as 41?.\n"
                        + file() + ":5:7: reactions[0].reaction: nothing is named retry-strom. Did you mean"
                        + " retry-storm?\n"
                        + file() + ":7:7: exceptions[0].finding: nothing is named never-*. Known are "
                        + String.join(", ", FindingNames.all()) + ".");
    }

    @Test
    void refusesKeysThatItDoesNotKnowAndExceptionsWithoutAReason() {
        assertThatThrownBy(() -> read("code: [{ code: \"480\" }]\nexceptions: [{ finding: retry-storm }]\n"))
                .message()
                .contains(
                        file() + ":2:1: code: there is no such key. Did you mean codes?",
                        "exceptions[0].reason: this key is missing");
    }

    @Test
    void refusesAnOperationThatTheApiDoesNotHave() {
        assertThatThrownBy(
                        () -> read(
                                """
                        codes: [{ code: "480", at: /nope }]
                        exceptions: [{ finding: retry-storm, at: /entity.fnd, reason: known }]
                        """))
                .message()
                .contains(
                        file() + ":2:24: codes[0].at: no operation of the API is /nope. Write a path",
                        "exceptions[0].at: no operation of the API is /entity.fnd. Did you mean /entity.find?");
    }

    @Test
    void refusesAFileThatIsNone() {
        assertThatThrownBy(() -> DrillPolicyReader.read(directory.resolve("none.yaml"), FindingNames.all(), OPERATIONS))
                .message()
                .contains("there is no such file", "--require");
    }

    private DrillPolicy read(String text) throws IOException {
        Files.writeString(file(), FORMAT + text);
        return DrillPolicyReader.read(file(), FindingNames.all(), OPERATIONS);
    }

    private Path file() {
        return directory.resolve("policy.yaml");
    }
}
