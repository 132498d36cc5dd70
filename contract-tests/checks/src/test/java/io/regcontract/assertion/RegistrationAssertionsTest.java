package io.regcontract.assertion;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;
import static io.regcontract.contract.model.ErrorCode.AUTHORIZATION_CODE_EXPIRED;
import static io.regcontract.contract.model.ErrorCode.PASSWORD_INCORRECT;
import static io.regcontract.contract.model.ErrorCode.UNIQUE_VIOLATION;
import static io.regcontract.contract.model.ErrorCode.UNKNOWN_ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.check.answer.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RegistrationAssertionsTest {

    private static final String TAKEN = "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\","
            + "\"error_description\":\"taken\",\"request_token\":\"jx3m9k2vq7hw4r8t\"}";

    @Test
    void acceptsTheDocumentedError() {
        assertThatCode(() -> assertThat(json(TAKEN)).isDocumentedError(UNIQUE_VIOLATION))
                .doesNotThrowAnyException();
    }

    @Test
    void reportsAllThatIsBrokenAtOnce() {
        var broken = TAKEN.replace("361", "360").replace("8t\"", "8\"");

        assertThatThrownBy(() -> assertThat(json(broken)).isDocumentedError(UNIQUE_VIOLATION))
                .isInstanceOf(AssertionError.class)
                .hasMessage(String.format(
                        "expected 361 unique_violation%n"
                                + "    body.code     expected 361            actual 360\n"
                                + "    token.length  expected 16 characters  actual 15 characters: \"jx3m9k2vq7hw4r8\"%n"
                                + "in HTTP 200 %s",
                        broken));
    }

    @Test
    void asksForTheFieldsThatAreNamed() {
        var unknown = TAKEN.replace("361", "223").replace("unique_violation", "unknown_attribute");

        assertThatThrownBy(() -> assertThat(json(unknown))
                        .isDocumentedError(UNKNOWN_ATTRIBUTE, Map.of("attribute_name", "/emblem")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("body.fields  expected attribute_name \"/emblem\"  actual absent");
    }

    @Test
    void tellsASuccessFromAnError() {
        assertThatCode(() -> assertThat(json("{\"stat\":\"ok\"}")).isSuccess()).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(json(TAKEN)).isSuccess())
                .isInstanceOf(AssertionError.class)
                .hasMessage(String.format("expected a success%nbut was HTTP 200 %s", TAKEN));
    }

    @Test
    void tellsAnApplicationDeveloperWhichDialectTheAnswerIsIn() {
        var observed = TAKEN.replace("request_token", "request_id");

        assertThatCode(() ->
                        assertThat(json(observed)).inDialect(Dialect.OBSERVED).isDocumentedError(UNIQUE_VIOLATION))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(json(observed)).isDocumentedError(UNIQUE_VIOLATION))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith(String.format(
                        "in HTTP 200 %s%nit is one as the real service was recorded: say inDialect(Dialect.OBSERVED) first",
                        observed));
    }

    @Test
    void tellsThatTheAnswerOfOneOperationHasAFormOfItsOwn() {
        var spoken = "{\"request_id\":\"jx3m9k2vq7hw4r8t\",\"code\":415,\"error_description\":\"expired\","
                + "\"error\":\"invalid_grant\",\"sub_error\":\"authorization_code_expired\",\"stat\":\"error\"}";
        var answer = Answer.of(400, "application/json", spoken);

        assertThatCode(() -> assertThat(answer)
                        .inDialect(Dialect.OBSERVED)
                        .answeredBy("/oauth/token")
                        .isDocumentedError(AUTHORIZATION_CODE_EXPIRED))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(answer)
                        .inDialect(Dialect.OBSERVED)
                        .answeredBy("/oauth/auth_native")
                        .isDocumentedError(AUTHORIZATION_CODE_EXPIRED))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("expected 415 authorization_code_expired in the observed dialect");
        assertThatThrownBy(() ->
                        assertThat(answer).inDialect(Dialect.OBSERVED).isDocumentedError(AUTHORIZATION_CODE_EXPIRED))
                .hasMessageEndingWith("it is one as /oauth/token answers: say answeredBy(\"/oauth/token\") first");
        assertThatThrownBy(() -> assertThat(answer).isDocumentedError(AUTHORIZATION_CODE_EXPIRED))
                .hasMessageEndingWith("it is one as /oauth/token answers: "
                        + "say answeredBy(\"/oauth/token\") and inDialect(Dialect.OBSERVED) first");
    }

    @Test
    void acceptsTheOtherCodeOfAReadingWhereTheReadingHasItAndNowhereElse() {
        var other = TAKEN.replace("request_token", "request_id")
                .replace("361", "350")
                .replace("unique_violation", "password_incorrect");

        assertThatCode(() -> assertThat(json(other))
                        .inDialect(Dialect.OBSERVED)
                        .answeredBy("/entity")
                        .isDocumentedError(PASSWORD_INCORRECT))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(json(other))
                        .inDialect(Dialect.OBSERVED)
                        .answeredBy("/entity.update")
                        .isDocumentedError(PASSWORD_INCORRECT))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(json(other))
                        .inDialect(Dialect.OBSERVED)
                        .answeredBy("/entity")
                        .isDocumentedError(UNIQUE_VIOLATION))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void acceptsSingleErrataAndReadingsByTheirIds() {
        var observed = json(TAKEN.replace("request_token", "request_id"));

        assertThatCode(() -> assertThat(observed).accepting("E-02").isDocumentedError(UNIQUE_VIOLATION))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(observed).accepting("E-01").isDocumentedError(UNIQUE_VIOLATION))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAnIdOrAnOperationThatTheContractDoesNotKnow() {
        assertThatThrownBy(() -> assertThat(json(TAKEN)).accepting("E-99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the contract has no erratum and no reading \"E-99\"; it has E-01, E-02, ");
        assertThatThrownBy(() -> assertThat(json(TAKEN)).answeredBy("oauth/token"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the contract has no operation \"oauth/token\": "
                        + "give its path with the leading slash, such as /oauth/token");
    }

    @Test
    void findsAnErrorAmongTheResultsOfASuccess() {
        var element =
                "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"taken\"}";
        var answer = json("{\"stat\":\"ok\",\"results\":[1," + element + "]}");

        assertThatCode(() -> assertThat(answer).at("/results/1").isDocumentedError(UNIQUE_VIOLATION))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(answer).at("/results/0").isDocumentedError(UNIQUE_VIOLATION))
                .isInstanceOf(AssertionError.class);
    }

    private static Answer json(String body) {
        return Answer.of(200, "application/json", body);
    }
}
