package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.contract.validation.SchemaFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline",
                "diff",
                "drill-policy",
                "drill-report",
                "fidelity",
                "gate",
                "history",
                "import-report",
                "ledger",
                "observation",
                "profile",
                "self-test",
                "traffic",
                "twin-export",
                "verdict",
                "waivers"
            })
    void knowsTheFormatsOfTheFilesThatUsersWriteAndRead(String name) {
        assertThat(FileFormats.validate(name, SampleBodies.JSON.readTree("[]")))
                .extracting(SchemaFinding::pointer, SchemaFinding::keyword)
                .contains(tuple("", "type"));
    }

    @Test
    void namesTheFormatsItKnowsWhenAskedForAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FileFormats.validate("profil", SampleBodies.JSON.createObjectNode()))
                .withMessage(
                        "there is no format named profil; known are baseline, diff, drill-policy, drill-report, fidelity, gate, history, import-report, ledger, observation, pair, profile, self-test, traffic, traffic-diff, twin-export, verdict, waivers");
    }
}
