package io.regcontract.suite.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
    void takesASecretOutOfEscapesThatAreMixedAndNestedAndLeavesTheRestOfTheText() {
        redactor.register("OWNER_SECRET", SECRET);

        var nested = URLEncoder.encode(
                "{\"a\":\"é %41 \\u0073\\u0033cr&amp;t+value\\/with?signs\"}", StandardCharsets.UTF_8);
        assertThat(redactor.redact("é " + nested))
                .isEqualTo("é " + "%7B%22a%22%3A%22%C3%A9+%2541+${OWNER_SECRET}%22%7D");
        assertThat(redactor.redact(SECRET + " and &#115;3cr%26t+value/with?sign&#x73;"))
                .isEqualTo("${OWNER_SECRET} and ${OWNER_SECRET}");
    }

    @Test
    void takesASecretOutThatIsReversedOrInHex() {
        redactor.register("OWNER_SECRET", SECRET);

        assertThat(redactor.redact("a " + new StringBuilder(SECRET).reverse() + " b"))
                .isEqualTo("a ${OWNER_SECRET} b");
        var hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
        assertThat(redactor.redact(hex + " " + hex.toUpperCase(Locale.ROOT)))
                .isEqualTo("${OWNER_SECRET} ${OWNER_SECRET}");
    }

    @Test
    void takesOutPiecesOfASecretThatAreNoAccident() {
        redactor.registerClientSecret("OWNER_SECRET", "k3v9x2m7q4w8r6t5-request_token");

        assertThat(redactor.redact("token 9x2m7q4w8r6t5-re, k3v9x2m7q4w8z, x2m7q4w8r6t, -request_token"))
                .isEqualTo("token ${OWNER_SECRET_PIECE}, ${OWNER_SECRET_PIECE}z, x2m7q4w8r6t, -request_token");
    }

    /** A service may call any word a secret: taken out of all evidence, it would hide what contradicts the contract. */
    @Test
    void learnsNoWordOfTheContractFromAService() {
        var heard = new ArrayList<String>();
        redactor.addListener((variable, secret) -> heard.add(secret));
        redactor.learn(Answer.of(
                200,
                List.of(new Answer.Header(
                        "Set-Cookie", "lang=unique_violation; theme=dark-blue; sid=9f86d081884c7d659a2f")),
                "{\"accessToken\":\"missing_argument\",\"code\":\"function\",\"token\":\"jx3m9k2vq7hw4r8t\"}"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(redactor.redact("unique_violation missing_argument")).isEqualTo("unique_violation missing_argument");
        assertThat(redactor.redact("dark-blue function")).isEqualTo("${COOKIE_1} ${CODE_1}");
        assertThat(heard).containsExactly("9f86d081884c7d659a2f", "jx3m9k2vq7hw4r8t");
    }

    @Test
    void handsOnWhatAServiceCalledASecretOnceItIsUsedAsOne() {
        var heard = new ArrayList<String>();
        redactor.addListener((variable, secret) -> heard.add(variable + " " + secret));
        redactor.learn(Answer.of(200, "application/json", "{\"code\":\"function\"}"));
        redactor.learn(Map.of("code", "function"));

        assertThat(heard).containsExactly("CODE_1 function");
    }

    @Test
    void knowsWhichSecretsOneCallCarries() {
        redactor.register("ELSEWHERE", "a-secret-of-another-call");

        assertThat(CallSecrets.of(Call.to("/entity", new Credential.Basic("client", "s3cr3t-value"))
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
        redactor.learn(Map.of(
                "answer", "{\"result\":[{\"client_secret\":\"kept-to-ourselves\"}],\"accessToken\":\"abcdef1234\"}"));

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
