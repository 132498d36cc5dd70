package io.regcontract.assertion;

import static io.regcontract.assertion.RegistrationAssertions.assertThat;
import static io.regcontract.contract.ErrorCode.UNIQUE_VIOLATION;
import static io.regcontract.contract.ErrorCode.UNKNOWN_ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.check.Answer;
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

    private static Answer json(String body) {
        return Answer.of(200, "application/json", body);
    }
}
