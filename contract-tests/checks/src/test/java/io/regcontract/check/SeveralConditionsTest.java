package io.regcontract.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where several conditions hold, any of their errors is right, whole and under its own name. */
final class SeveralConditionsTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Expectation EITHER = Expectation.of(CONTRACT, ErrorCode.DUPLICATE_ARGUMENT, "/entity.update")
            .alsoHolding(Set.of(ErrorCode.UNKNOWN_ATTRIBUTE));

    @Test
    void takesTheErrorOfEither() {
        assertThat(failures(201, "duplicate_argument")).isEmpty();
        assertThat(failures(223, "unknown_attribute")).isEmpty();
    }

    @Test
    void takesNoThird() {
        assertThat(failures(200, "duplicate_argument"))
                .containsExactly(Map.entry("body.one-of", new Finding.Fails("201 or 223", "200")));
    }

    @Test
    void wantsTheNameOfTheCodeThatCame() {
        assertThat(failures(223, "duplicate_argument"))
                .containsExactly(Map.entry("body.error", new Finding.Fails("unknown_attribute", "duplicate_argument")));
        assertThat(failures(201, "unknown_attribute"))
                .containsExactly(Map.entry("body.error", new Finding.Fails("duplicate_argument", "unknown_attribute")));
    }

    @Test
    void judgesWhatBelongsToTheCodeThatCame() {
        assertThat(failures("{\"stat\":\"error\",\"code\":223,\"error\":\"unknown_attribute\",\"attribute_name\":7,"
                        + "\"error_description\":\"d\",\"request_token\":\"jx3m9k2vq7hw4r8t\"}"))
                .containsOnlyKeys("body.schema");
    }

    @Test
    void saysWhichCheckSpeaksOfTheCode() {
        var single = examined(Expectation.of(CONTRACT, ErrorCode.DUPLICATE_ARGUMENT, ""), error(201, "x"));
        var several = examined(EITHER, error(201, "x"));

        assertThat(single.get("body.one-of")).isEqualTo(Finding.notApplicable("one condition holds: see body.code"));
        assertThat(several.get("body.code"))
                .isEqualTo(Finding.notApplicable("several conditions hold: see body.one-of"));
    }

    @Test
    void isAskedForNoFieldOfTheConditionThatDidNotAnswer() {
        var withField = new Expectation(
                        CONTRACT,
                        CONTRACT.error(ErrorCode.UNKNOWN_ATTRIBUTE),
                        "/entity.update",
                        200,
                        Map.of("attribute_name", "/emblem"),
                        Optional.empty())
                .alsoHolding(Set.of(ErrorCode.DUPLICATE_ARGUMENT));

        assertThat(examined(withField, error(201, "duplicate_argument")).get("body.fields"))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(examined(withField, error(223, "unknown_attribute")).get("body.fields"))
                .isInstanceOf(Finding.Fails.class);
    }

    private static Map<String, Finding> failures(int code, String name) {
        return failures(error(code, name));
    }

    private static Map<String, Finding> failures(String body) {
        return examined(EITHER, body).entrySet().stream()
                .filter(one -> one.getValue() instanceof Finding.Fails)
                .filter(one -> !List.of("http.cache-control").contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Finding> examined(Expectation expectation, String body) {
        return Checks.examine(new CheckInput(Answer.of(200, "application/json", body), expectation, CheckContext.NONE))
                .stream()
                .collect(Collectors.toMap(checked -> checked.check().id(), CheckResult::finding));
    }

    private static String error(int code, String name) {
        return "{\"stat\":\"error\",\"code\":" + code + ",\"error\":\"" + name
                + "\",\"error_description\":\"d\",\"request_token\":\"jx3m9k2vq7hw4r8t\"}";
    }
}
