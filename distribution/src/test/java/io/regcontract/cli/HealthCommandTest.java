package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void endsWith0WhereASimulatorAnswers() {
        try (var simulator = RegistrationSimulator.builder().start()) {
            assertThat(health("--url", simulator.baseAddress().toString())).isZero();

            assertThat(out.toString()).startsWith("The simulator at " + simulator.baseAddress());
            assertThat(err.toString()).isEmpty();
        }
    }

    @Test
    void endsWith1WhereNothingAnswers() {
        var simulator = RegistrationSimulator.builder().start();
        var address = simulator.baseAddress();
        simulator.close();

        assertThat(health("--url", address.toString())).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("Nothing answers at " + address.resolve("/control/v1/health"))
                .doesNotContain("\tat ");
    }

    @Test
    void endsWith1WhereSomethingElseAnswers() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            assertThat(health("--url", "http://127.0.0.1:" + server.getAddress().getPort()))
                    .isEqualTo(1);
        } finally {
            server.stop(0);
        }

        assertThat(err.toString()).contains("status 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x y", "ftp://127.0.0.1", "127.0.0.1:8080", "http://", "http://127.0.0.1:99999", "/"})
    void refusesAnAddressThatIsNone(String url) {
        assertThat(health("--url", url)).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("--url takes the base address of a simulator")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(health("--timeout", "0")).isEqualTo(2);
        assertThat(health("--timeout", "soon")).isEqualTo(2);

        assertThat(err.toString()).contains("--timeout").doesNotContain("\tat ");
    }

    private int health(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "health";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return RegcontractCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
