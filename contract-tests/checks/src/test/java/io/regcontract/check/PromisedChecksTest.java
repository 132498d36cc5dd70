package io.regcontract.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The gate asks for every check that the contract lists, so the list and the checks are one. */
class PromisedChecksTest {

    /** Made by the engine, which alone knows of the call without its cause. */
    private static final String OF_THE_ENGINE = "twin.succeeds must";

    @Test
    void areThoseThatAreMade() {
        var promised = Contract.load().promises().stream()
                .map(promise -> promise.id() + " " + lower(promise.weight()))
                .toList();

        assertThat(promised).doesNotHaveDuplicates().contains(OF_THE_ENGINE);
        assertThat(promised.stream().filter(each -> !each.equals(OF_THE_ENGINE)))
                .as("contract/checks.yaml lists every check with its weight")
                .containsExactlyInAnyOrderElementsOf(Checks.ofAnError().stream()
                        .map(check -> check.id() + " " + lower(check.weight()))
                        .toList());
    }

    private static String lower(Enum<?> weight) {
        return weight.name().toLowerCase(Locale.ROOT);
    }
}
