package io.regcontract.suite.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.redaction.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CurlTest {

    private final Redactor redactor = new Redactor();
    private final Curl curl = new Curl(redactor);

    @Test
    void writesACommandWithVariablesForSecrets() {
        redactor.register("CLIENT_SECRET", "s3cr3t-value");
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("type_name", "user");
        parameters.put("client_secret", "s3cr3t-value");

        assertThat(curl.command(SentRequest.form(
                        "http://127.0.0.1:8080/entity",
                        List.of(new Answer.Header("X-Application-Id", "acme")),
                        parameters)))
                .isEqualTo(
                        """
                        curl -sS -X POST 'http://127.0.0.1:8080/entity' \\
                          -H 'X-Application-Id: acme' \\
                          --data-urlencode 'type_name=user' \\
                          --data-urlencode "client_secret=${CLIENT_SECRET}\"""");
    }

    @Test
    void givesCurlThePairOfHttpBasic() {
        redactor.registerBasic("OWNER_CLIENT_SECRET", "owner", "s3cr3t-value");
        var blob = Base64.getEncoder().encodeToString("owner:s3cr3t-value".getBytes(StandardCharsets.UTF_8));

        assertThat(curl.command(SentRequest.form(
                        "http://127.0.0.1:8080/entity",
                        List.of(new Answer.Header("Authorization", "Basic " + blob)),
                        Map.of())))
                .isEqualTo("curl -sS -X POST 'http://127.0.0.1:8080/entity' \\\n  -u \"owner:${OWNER_CLIENT_SECRET}\"");
    }

    /** The shell itself says whether the quoting is right. */
    @Test
    void survivesTheShell() throws IOException, InterruptedException {
        redactor.register("PASSWORD_1", "correct-horse");
        var value = "it's \"quoted\" $HOME `id` \\ {\"password\":\"correct-horse\"}";
        var command = curl.command(SentRequest.form("http://host/", List.of(), Map.of("a", value)))
                .replace("curl -sS -X POST 'http://host/'", "printf '%s\\n'");

        var process = new ProcessBuilder("sh", "-c", command);
        process.environment().put("PASSWORD_1", "correct-horse");
        var started = process.start();
        var output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor()).isZero();
        assertThat(output).isEqualTo("--data-urlencode\na=" + value + "\n");
    }
}
