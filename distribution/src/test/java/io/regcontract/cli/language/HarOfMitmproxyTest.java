package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Newman sends the requests of {@code regcontract postman} through mitmproxy, which asks for packed answers as Newman
 * does. The HAR that mitmproxy writes shows the judge every code, and nothing that is wrong.
 */
@Tag("long")
class HarOfMitmproxyTest {

    @TempDir
    private Path directory;

    @Test
    void showsTheJudgeEveryCodeThatNewmanProvoked() throws Exception {
        Program.require("node", "npm", "mitmdump");
        Program.npmInstall(directory, "newman@6.2.2");
        var collection = directory.resolve("collection.json");
        var out = new PrintWriter(new StringWriter());
        assertThat(RegcontractCommand.execute(out, out, "postman", "--out", collection.toString()))
                .isZero();
        var har = directory.resolve("mitmproxy.har");
        try (var simulator = RegistrationSimulator.builder()
                .application("some-other")
                .ownerClient("another-owner", "another-secret")
                .loginClient("another-login")
                .controlToken("another-control-token")
                .start()) {
            var proxy = Mitmproxy.before(simulator.baseAddress(), har);
            try {
                newman(proxy.address(), collection);
            } finally {
                proxy.end();
            }
        }

        var judged = JudgedHar.of(har, directory);

        assertThat(judged.contradicted()).as(judged.output()).isZero();
        assertThat(judged.exit()).as(judged.output()).isZero();
        assertThat(judged.answers().stream()
                        .map(answer -> answer.split(" ", 2)[0])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> Integer.toString(code.code()))
                        .toList());
    }

    private void newman(URI address, Path collection) throws Exception {
        var command = new ArrayList<>(List.of("node_modules/.bin/newman", "run", collection.toString()));
        Map.of(
                        "baseUrl", address.toString(),
                        "ownerClientId", "another-owner",
                        "ownerClientSecret", "another-secret",
                        "loginClientId", "another-login",
                        "controlToken", "another-control-token")
                .forEach((name, value) -> command.addAll(List.of("--env-var", name + "=" + value)));
        var ended = Program.run(directory, Map.of(), command);
        assertThat(ended.exit()).as(ended.output()).isZero();
    }
}
