package io.regcontract.report.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the run is found, as CI systems tell it. */
class RunAddressTest {

    @Test
    void isThePageOfTheJob() {
        assertThat(RunAddress.in(Map.of(
                        "GITHUB_SERVER_URL",
                        "https://github.com",
                        "GITHUB_REPOSITORY",
                        "acme/app",
                        "GITHUB_RUN_ID",
                        "42",
                        "GITHUB_RUN_ATTEMPT",
                        "2")))
                .contains("https://github.com/acme/app/actions/runs/42/attempts/2");
        assertThat(RunAddress.in(Map.of("CI_JOB_URL", "https://gitlab.example/acme/app/-/jobs/42")))
                .contains("https://gitlab.example/acme/app/-/jobs/42");
        assertThat(RunAddress.in(Map.of("BUILD_URL", "https://jenkins.example/job/app/42/")))
                .contains("https://jenkins.example/job/app/42/");
        assertThat(RunAddress.in(Map.of(
                        "SYSTEM_COLLECTIONURI",
                        "https://dev.azure.com/acme/",
                        "SYSTEM_TEAMPROJECT",
                        "The App",
                        "BUILD_BUILDID",
                        "42")))
                .contains("https://dev.azure.com/acme/The%20App/_build/results?buildId=42");
        assertThat(RunAddress.in(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "ftp://x.example/",
                "https://user:secret@x.example/",
                "https:///x",
                "javascript:alert(1)"
            })
    void isNoneThatLeadsNowhereOrHoldsASecret(String text) {
        assertThat(RunAddress.in(Map.of("BUILD_URL", text))).isEmpty();
        assertThatThrownBy(() -> RunAddress.named(text))
                .hasMessage("'" + text + "' is no address of a run."
                        + " Write one that begins with https:// and holds no credentials, or leave it out.");
    }
}
