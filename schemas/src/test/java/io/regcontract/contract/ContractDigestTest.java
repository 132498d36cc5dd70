package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.loading.ContractDigest;
import io.regcontract.contract.loading.ContractFiles;
import org.junit.jupiter.api.Test;

class ContractDigestTest {

    @Test
    void isTheSameEachTime() {
        assertThat(Contract.load().digest()).matches("[0-9a-f]{64}").isEqualTo(ContractDigest.ofAllFiles());
    }

    /** A file that it left out could promise something else without anybody noticing. */
    @Test
    void coversEveryFileThatPromisesSomething() {
        assertThat(ContractFiles.in(""))
                .contains(
                        "attributes.yaml",
                        "checks.yaml",
                        "element.schema.json",
                        "envelope.schema.json",
                        "errata.yaml",
                        "kinds.yaml",
                        "operations.yaml",
                        "parameter-types.yaml",
                        "readings.yaml",
                        "requirements.txt");
        assertThat(ContractFiles.in("errors")).hasSameSizeAs(DocumentationFacts.ALL);
    }
}
