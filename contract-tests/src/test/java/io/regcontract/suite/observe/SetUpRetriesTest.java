package io.regcontract.suite.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.evidence.Exchange.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SetUpRetriesTest {

    private static final String LIMITED =
            "{\"code\":510,\"error\":\"api_limit_error\",\"error_description\":\"later\",\"stat\":\"error\"}";
    private static final String DONE = "{\"stat\":\"ok\"}";

    @Test
    void isACallThatWasPutOffAndMadeAgain() {
        assertThat(SetUpRetries.in(List.of(
                        call(Role.SET_UP, "a", LIMITED),
                        call(Role.SET_UP, "a", LIMITED),
                        call(Role.SET_UP, "a", DONE),
                        call(Role.DRIVE, "a", LIMITED))))
                .hasSize(2)
                .first()
                .hasToString("{at=2026-11-22T12:00:00Z, outcome=broken, reason=the service put off POST http://x/add}");
    }

    @Test
    void isNoCallThatIsMadeTwiceNorOneThatIsJudged() {
        assertThat(SetUpRetries.in(List.of(
                        call(Role.SET_UP, "a", DONE),
                        call(Role.SET_UP, "a", DONE),
                        call(Role.SET_UP, "b", LIMITED),
                        call(Role.SET_UP, "c", DONE),
                        call(Role.SET_UP, "a", LIMITED),
                        call(Role.DRIVE, "a", LIMITED),
                        call(Role.TWIN, "a", DONE))))
                .isEmpty();
    }

    private static Exchange call(Role role, String body, String answer) {
        return new Exchange(
                role,
                Instant.parse("2026-11-22T12:00:00Z"),
                1,
                "POST",
                "http://x/add",
                List.of(),
                body,
                Optional.of(new Exchange.Response(200, List.of(), answer, false, answer.length())),
                "curl");
    }
}
