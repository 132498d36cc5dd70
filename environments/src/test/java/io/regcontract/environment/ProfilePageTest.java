package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that explains profiles is what the schema says. */
class ProfilePageTest {

    private static final Path PAGE = Path.of("../docs/profile.md");
    private static final String REWRITE = "REGCONTRACT_REWRITE_DOCS";

    @Test
    void saysWhatTheSchemaSays() throws IOException {
        if ("true".equals(System.getenv(REWRITE))) {
            Files.writeString(PAGE, ProfilePage.text());
        }

        assertThat(PAGE)
                .as("run this test once with %s=true in the environment, and look at what changed", REWRITE)
                .content()
                .isEqualTo(ProfilePage.text());
    }

    @Test
    void speaksOfKeysAtEveryDepth() {
        assertThat(ProfilePage.keys())
                .contains("kind", "guard.marker.setting", "credentials.owner.client-id", "accepted-errata[].reason");
    }
}
