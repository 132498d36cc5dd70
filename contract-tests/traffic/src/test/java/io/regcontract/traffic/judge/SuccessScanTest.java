package io.regcontract.traffic.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.redaction.FoundSecret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick look at a success never takes for one what the answer itself does not. */
final class SuccessScanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stat\":\"ok\"}",
                " {\"stat\":\"ok\"}",
                "{\"stat\":\"ok\"} ",
                "{\"stat\":\"ok\"}{",
                "{\"stat\":\"ok\"} x",
                "{\"stat\":\"ok\",\"stat\":\"ok\"}",
                "{\"stat\":\"ok\",\"a\":{\"b\":1,\"b\":2}}",
                "{\"stat\":\"ok\",\"code\":null}",
                "{\"stat\":\"ok\",\"error\":{}}",
                "{\"stat\":\"ok\",\"result\":{\"code\":1,\"error\":\"e\",\"stat\":\"error\"}}",
                "{\"stat\":\"error\",\"result\":{\"stat\":\"ok\"}}",
                "{\"result\":{\"stat\":\"ok\"}}",
                "{\"result\":[\"stat\",\"ok\"]}",
                "{\"stat\":[\"ok\"]}",
                "{\"stat\":\"OK\"}",
                "{\"stat\":true}",
                "{\"\\u0073tat\":\"\\u006fk\"}",
                "{\"stat\":\"ok\",\"\\u0063ode\":1}",
                "{\"stat\":\"ok\"",
                "[{\"stat\":\"ok\"}]",
                "\"stat\"",
                "\uFEFF{\"stat\":\"ok\"}",
                "{\"stat\":\"ok\",\"x\":\"\uFFFD\"}",
                "{\"stat\":\"ok\",\"x\":01}",
                "{\"stat\":\"ok\",\"x\":NaN}",
                "{\"stat\":\"ok\",}",
                ""
            })
    void takesNothingForASuccessThatTheAnswerDoesNot(String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (SuccessScan.secretsOfSuccess(bytes).isPresent()) {
            assertThat(Answer.of(200, List.of(), bytes).isSuccess()).as(body).isTrue();
        }
    }

    @Test
    void leavesBytesThatAreNoUtf8ToTheAnswer() {
        assertThat(SuccessScan.secretsOfSuccess(
                        "{\"stat\":\"ok\",\"x\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void takesUsualSuccessesAndTheirSecrets() {
        assertThat(SuccessScan.secretsOfSuccess(
                        "{\"stat\":\"ok\",\"result\":{\"code\":1},\"access_token\":\"abcdefghij\",\"n\":[{\"password\":\"hidden-word\"}]}"
                                .getBytes(StandardCharsets.UTF_8)))
                .hasValue(List.of(
                        new FoundSecret("ACCESS_TOKEN", "abcdefghij"), new FoundSecret("PASSWORD", "hidden-word")));
    }
}
