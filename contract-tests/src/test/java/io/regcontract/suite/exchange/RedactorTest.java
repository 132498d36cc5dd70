package io.regcontract.suite.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RedactorTest {

    private static final String SECRET = "s3cr&t+value/with?signs";

    private final Redactor redactor = new Redactor();

    @Test
    void takesASecretOutInEveryFormItTravelsIn() {
        redactor.register("OWNER_SECRET", SECRET);

        assertThat(redactor.redact("a " + SECRET + " b")).isEqualTo("a ${OWNER_SECRET} b");
        assertThat(redactor.redact("x=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
                .isEqualTo("x=${OWNER_SECRET}");
        for (var before : new String[] {"", "a", "ab", "abc", "client:"}) {
            for (var after : new String[] {"", "z", "zz", ":end"}) {
                var blob =
                        Base64.getEncoder().encodeToString((before + SECRET + after).getBytes(StandardCharsets.UTF_8));
                assertThat(redactor.redact(blob)).contains("${OWNER_SECRET}").hasSizeLessThan(blob.length());
            }
        }
    }

    @Test
    void takesASecretOutWhereJsonEscapesIt() {
        redactor.register("OWNER_SECRET", "o'wn\"er\\s3cret");

        assertThat(redactor.redact("{\"client_secret\":\"o'wn\\\"er\\\\s3cret\"}"))
                .isEqualTo("{\"client_secret\":\"${OWNER_SECRET}\"}");
    }

    @Test
    void takesASecretOutThatHidesBehindEscapesAndLeavesOtherEscapesAsTheyCame() {
        redactor.register("OWNER_SECRET", "s3cr3t/value");

        assertThat(redactor.redact("\\u0073\\u0033cr3t\\/v\\u0061lue")).isEqualTo("${OWNER_SECRET}");
        assertThat(redactor.redact("s3cr3t/value, \\u0061 and \\/")).isEqualTo("${OWNER_SECRET}, \\u0061 and \\/");
    }

    @Test
    void knowsWhichSecretsOneCallCarries() {
        redactor.register("ELSEWHERE", "a-secret-of-another-call");

        assertThat(Redactor.secretsOf(Call.to("/entity", new Credential.Basic("client", "s3cr3t-value"))
                        .with("attributes", "{\"password\":\"correct horse\"}")))
                .containsExactlyInAnyOrder("s3cr3t-value", "client:s3cr3t-value", "correct horse");
    }

    @Test
    void hidesTheWholePairOfHttpBasic() {
        redactor.registerBasic("OWNER_SECRET", "client", SECRET);
        var blob = Base64.getEncoder().encodeToString(("client:" + SECRET).getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.redact("Authorization: Basic " + blob))
                .isEqualTo("Authorization: Basic ${OWNER_SECRET_BASIC}");
    }

    @Test
    void learnsSecretsFromParametersAndAnswersByTheirNames() {
        redactor.learn(Map.of("currentPassword", "correct horse", "attributes", "{\"password\":\"battery staple\"}"));
        redactor.learnJson("{\"result\":[{\"client_secret\":\"kept-to-ourselves\"}],\"accessToken\":\"abcdef1234\"}");

        assertThat(redactor.redact("correct horse, battery staple, kept-to-ourselves, abcdef1234"))
                .isEqualTo("${CURRENT_PASSWORD_1}, ${PASSWORD_1}, ${CLIENT_SECRET_1}, ${ACCESS_TOKEN_1}");
    }

    @Test
    void keepsTheFirstNameOfAValue() {
        redactor.register("FIRST", SECRET);
        redactor.register("SECOND", SECRET);

        assertThat(redactor.redact(SECRET)).isEqualTo("${FIRST}");
    }

    @Test
    void leavesShortValuesAndOrdinaryWordsAlone() {
        redactor.learn(Map.of("password", "pw", "type_name", "user-type-name"));

        assertThat(redactor.redact("pw user-type-name")).isEqualTo("pw user-type-name");
    }

    @Test
    void takesTheLongerOfTwoSecretsFirst() {
        redactor.register("SHORT", "abcdefgh");
        redactor.register("LONG", "abcdefghijkl");

        assertThat(redactor.redact("abcdefghijkl abcdefgh")).isEqualTo("${LONG} ${SHORT}");
    }
}
