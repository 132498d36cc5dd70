package io.regcontract.traffic.proxy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.proxy.MadeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProxyPlanTest {

    @TempDir
    private Path directory;

    private ProxyPlan plan(String... arguments) {
        return plan(Map.of(), arguments);
    }

    private ProxyPlan plan(Map<String, String> variables, String... arguments) {
        var options = new ProxyOptions();
        new CommandLine(options).parseArgs(arguments);
        return ProxyPlan.of(options, directory, directory, variables);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--port=1|--upstream names the service to stand before, as https://my-tenant.example.com; or --env names a"
                        + " profile that has its address.",
                "--upstream=|--upstream '' is no address of a service: write one as https://my-tenant.example.com.",
                "--upstream=localhost:80|--upstream 'localhost:80' is no address of a service: write one as"
                        + " https://my-tenant.example.com.",
                "--upstream=ftp://x|--upstream 'ftp://x' is no address of a service: write one as"
                        + " https://my-tenant.example.com.",
                "--upstream=http://|--upstream 'http://' is no address of a service: write one as"
                        + " https://my-tenant.example.com.",
                "--upstream=http://x/base|--upstream 'http://x/base' goes beyond host and port. Leave the rest out: the"
                        + " proxy passes paths on as they are.",
                "--upstream=http://u:secret@x|--upstream has credentials in it. Leave them out: clients send their own.",
                "--upstream=http://x:70000|--upstream 'http://x:70000' has no port from 1 to 65535. Mend it, or leave the"
                        + " port out.",
                "--upstream=http://x --port=70000|--port must be a number from 0 to 65535, not 70000.",
                "--upstream=http://x --bind=|--bind '' is no address, and no name that this machine can look up; write"
                        + " one such as 127.0.0.1, ::1 or 0.0.0.0.",
                "--upstream=http://x --bind=nobody.invalid|--bind 'nobody.invalid' is no address, and no name that this"
                        + " machine can look up; write one such as 127.0.0.1, ::1 or 0.0.0.0.",
                "--upstream=http://x --limit=many|--limit 'many' is no size from 1 to 32m: write it as 512k or 4m.",
                "--upstream=http://x --limit=0|--limit '0' is no size from 1 to 32m: write it as 512k or 4m.",
                "--upstream=http://x --limit=33m|--limit '33m' is no size from 1 to 32m: write it as 512k or 4m.",
                "--upstream=http://x --dialect=loud|--dialect 'loud' is not known. Choose one of: documented, observed."
            })
    void saysWhatIsWrongWithAnOption(String arguments, String sentence) {
        assertThatThrownBy(() -> plan(arguments.split(" ")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(sentence);
    }

    @Test
    void listensOnThisMachineAloneUnlessItIsTold() {
        assertThat(plan("--upstream=http://x")
                        .settings()
                        .listenAt()
                        .getAddress()
                        .isLoopbackAddress())
                .isTrue();
        assertThat(plan("--upstream=http://x", "--bind=0.0.0.0")
                        .settings()
                        .listenAt()
                        .getAddress()
                        .isAnyLocalAddress())
                .isTrue();
    }

    @Test
    void takesAddressAndDialectFromAProfile() throws IOException {
        Files.copy(
                Path.of(System.getProperty("regcontract.root"), "environments/profiles/local.yaml"),
                directory.resolve("local.yaml"));
        var plan = plan(Map.of("REGCONTRACT_BASE_URL", "http://127.0.0.1:9"), "--env=local", "--limit=2m");

        assertThat(plan.settings().upstream().toString()).startsWith("http://");
        assertThat(plan.settings().limit()).isEqualTo(2 * 1024 * 1024);
        assertThat(plan.record().name()).isEqualTo("local");
    }

    @Test
    void saysThatThereIsNoSuchProfile() {
        assertThatThrownBy(() -> plan("--env=nowhere"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void takesHeadersAndAClientsCertificateFromAProfileWithoutTheSecretsOfClients() throws Exception {
        var profile =
                Files.readString(Path.of(System.getProperty("regcontract.root"), "environments/profiles/local.yaml"));
        Files.writeString(
                directory.resolve("local.yaml"),
                profile + "proxy:\n  headers:\n    X-Gateway-Key: env:GATEWAY_KEY\n  client-certificate: file:own.p12\n"
                        + "  client-certificate-password: env:STORE_PASSWORD\n");
        Files.writeString(directory.resolve("own.p12"), "no store");
        var variables = Map.of(
                "REGCONTRACT_BASE_URL", "https://127.0.0.1:9",
                "GATEWAY_KEY", "key-of-gateway",
                "STORE_PASSWORD", MadeKeys.PASSWORD);

        assertThatThrownBy(() -> plan(variables, "--env=local"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("own.p12 cannot be used as a client's certificate");

        Files.move(
                MadeKeys.of(directory, "dns:client.example.org").store(),
                directory.resolve("own.p12"),
                StandardCopyOption.REPLACE_EXISTING);
        var settings = plan(variables, "--env=local").settings();
        assertThat(settings.added()).containsExactly(new Answer.Header("X-Gateway-Key", "key-of-gateway"));
        assertThat(settings.trust()).isPresent();
    }
}
