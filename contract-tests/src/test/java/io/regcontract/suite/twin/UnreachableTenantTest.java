package io.regcontract.suite.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export says, and how long it waits, where nobody answers. */
final class UnreachableTenantTest {

    @TempDir
    private Path directory;

    private ExportedTenant tenant;

    @BeforeEach
    void start() throws IOException {
        tenant = ExportedTenant.harbour(directory);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void endsSoonWhereNobodyListensAndSaysWhatItWaitsFor() throws IOException {
        var to = directory.resolve("export");
        var address = nobody();
        tenant.profile(address, "", "");
        assertThat(tenant.export(to)).isEqualTo(3);
        assertThat(tenant.pauses())
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
        assertThat(tenant.out.toString().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("no answer from " + address + " yet: the service refuses connections")
                .endsWith("the call is made again in 1 s");
        assertThat(tenant.err.toString())
                .contains("No answer came from " + address + " to 4 calls of /settings/get: the service refuses")
                .contains("Is base-address of the profile right, and does the service run?")
                .contains("Nothing was written. The same command begins anew.")
                .doesNotContain(to.toString());
        assertThat(to).doesNotExist();
    }

    @Test
    void makesNoDirectoryWhereTheTypesAreNotAnsweredFor() throws IOException {
        var to = directory.resolve("export");
        tenant.profile(nobody(), "  marker: {setting: may-work-here, value: env:TWIN_MARKER}\n", "");
        tenant.export(to);
        assertThat(to).doesNotExist();
    }

    @Test
    void saysWhatItWaitsForInTheMiddleToo() {
        var to = directory.resolve("export");
        try (var armed = tenant.simulator()
                .control()
                .drill(DrillOrder.of(ErrorDrill.MAINTENANCE)
                        .at("/entity.find")
                        .from(2)
                        .times(1))) {
            assertThat(armed).isNotNull();
            assertThat(tenant.export(to, "--page", "100")).isZero();
        }
        assertThat(tenant.out.toString())
                .contains("/entity.find was answered with error 480 api_feature_disabled")
                .contains("; the call is made again in 1 s");
    }

    /** An address at which somebody has listened and nobody does any more. */
    private static URI nobody() throws IOException {
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + gone.getLocalPort());
        }
    }
}
