package io.regcontract.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Examination.Examined;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a profile accepts is relaxed, named, and nothing beside it. */
final class ExaminationTest {

    private static final Contract CONTRACT = Contract.load();
    private static final String REQUEST_ID = "E-02";
    private static final String OTHER_NAME_OF_352 = "E-01";

    @Test
    void judgesToTheLetterWhenNothingIsAccepted() {
        assertThat(
                        failures(
                                examination(List.of(), List.of()),
                                ErrorCode.UNIQUE_VIOLATION,
                                "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_id\":\"jx3m9k2vq7hw4r8t\"}"))
                .containsOnly(Map.entry("token.present", List.of()));
    }

    @Test
    void takesRequestIdForTheTokenWhenThatErratumIsAccepted() {
        assertThat(
                        failures(
                                examination(List.of(REQUEST_ID), List.of()),
                                ErrorCode.UNIQUE_VIOLATION,
                                "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_id\":\"jx3m9k2vq7hw4r8t\"}"))
                .containsOnly(Map.entry("token.present", List.of(REQUEST_ID)));
    }

    @Test
    void stillWantsSixteenCharactersUnderTheOtherName() {
        assertThat(
                        failures(
                                examination(List.of(REQUEST_ID), List.of()),
                                ErrorCode.UNIQUE_VIOLATION,
                                "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"d\",\"request_id\":\"jx3m9k2vq7hw4r8\"}"))
                .containsOnly(Map.entry("token.present", List.of(REQUEST_ID)), Map.entry("token.length", List.of()));
    }

    @Test
    void takesTheOtherNameOf352AndNoThird() {
        var accepted = examination(List.of(OTHER_NAME_OF_352), List.of());

        assertThat(failures(accepted, ErrorCode.PASSWORD_IN_HISTORY, error(352, "password_unacceptable")))
                .containsOnly(Map.entry("body.error", List.of(OTHER_NAME_OF_352)));
        assertThat(failures(accepted, ErrorCode.PASSWORD_IN_HISTORY, error(352, "password_incorrect")))
                .containsOnly(Map.entry("body.error", List.of()));
        assertThat(failures(accepted, ErrorCode.PASSWORD_UNACCEPTABLE, error(214, "unknown_application")))
                .containsOnly(Map.entry("body.error", List.of()));
    }

    @Test
    void takesTheAlternativeOfAnAcceptedReadingWithTheNameThatBelongsToIt() {
        var accepted = examination(List.of(), List.of("R-reused-password"));

        assertThat(failures(accepted, ErrorCode.PASSWORD_UNACCEPTABLE, error(352, "unknown_application")))
                .containsOnlyKeys("body.code", "body.error")
                .allSatisfy((check, relaxedBy) -> assertThat(relaxedBy).containsExactly("R-reused-password"));
        assertThat(failures(accepted, ErrorCode.PASSWORD_UNACCEPTABLE, error(352, "flow_error")))
                .containsOnly(Map.entry("body.code", List.of("R-reused-password")), Map.entry("body.error", List.of()));
    }

    private static Examination examination(List<String> errata, List<String> readings) {
        return new Examination(
                errata.stream().map(id -> CONTRACT.erratum(id).orElseThrow()).toList(),
                readings.stream().map(id -> CONTRACT.reading(id).orElseThrow()).toList());
    }

    private static Map<String, List<String>> failures(Examination examination, ErrorCode code, String body) {
        var operation = code == ErrorCode.PASSWORD_UNACCEPTABLE ? "/oauth/update_profile_native" : "/entity.update";
        return examination
                .examine(
                        Answer.of(200, "application/json", body),
                        Expectation.of(CONTRACT, code, operation),
                        token -> new CheckContext(Set.of(), Optional.empty(), CheckContext.NONE.log()))
                .stream()
                .filter(one -> one.check().weight() == Check.Weight.MUST && one.finding() instanceof Finding.Fails)
                .collect(Collectors.toMap(one -> one.check().id(), Examined::relaxedBy));
    }

    private static String error(int code, String name) {
        return "{\"stat\":\"error\",\"code\":" + code + ",\"error\":\"" + name
                + "\",\"error_description\":\"d\",\"request_token\":\"jx3m9k2vq7hw4r8t\"}";
    }
}
