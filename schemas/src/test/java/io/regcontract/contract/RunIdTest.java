package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.input.RunId;
import io.regcontract.contract.loading.ContractFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {

    @Test
    void isWhatTheFormatOfARecordSays() {
        assertThat(ContractFiles.json("formats/observation.schema.json")
                        .at("/$defs/runId/pattern")
                        .stringValue())
                .isEqualTo("^" + RunId.pattern() + "$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPE7", "20261122T134500123Z", "7", "a-b_c", "8b6ea0fd-d64d-477b-896f-cfdf1f6d2184"})
    void takesWhatCiAndPeopleCallRuns(String id) {
        assertThat(RunId.is(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1.2.3", "a b", "\u00e9", "x:y", "feature/x", "../../../x/evil", "-x", "_x", "x\n", "\uff11"
            })
    void refusesAllElse(String text) {
        assertThat(RunId.is(text)).isFalse();
        assertThat(RunId.problem(text)).contains("is not the id of a run").doesNotContain("\n");
    }

    @Test
    void isBounded() {
        assertThat(RunId.is("x".repeat(64))).isTrue();
        assertThat(RunId.is("x".repeat(65))).isFalse();
        assertThat(RunId.problem("x".repeat(300)).length()).isLessThan(300);
    }
}
