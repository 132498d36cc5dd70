package io.regcontract.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiLogTest {

    private final ApiLog log = new ApiLog();

    @Test
    void findsAFailureByItsToken() {
        add(3);

        assertThat(log.find("token 1")).contains(failure("token 1"));
        assertThat(log.find("token 2")).contains(failure("token 2"));
        assertThat(log.find("token 3")).isEmpty();
    }

    @Test
    void forgetsTheOldestFailuresAndNoOther() {
        add(ApiLog.CAPACITY + 2);

        assertThat(log.find("token 1")).isEmpty();
        assertThat(log.find("token 2")).isPresent();
        assertThat(log.find("token " + (ApiLog.CAPACITY + 1))).isPresent();
    }

    @Test
    void hasNothingAfterItWasCleared() {
        add(2);

        log.clear();

        assertThat(log.find("token 1")).isEmpty();
        add(1);
        assertThat(log.find("token 0")).isPresent();
        assertThat(log.find("token 1")).isEmpty();
    }

    private void add(int failures) {
        for (int number = 0; number < failures; number++) {
            log.add(failure("token " + number));
        }
    }

    private static LogEntry failure(String token) {
        return new LogEntry(
                token,
                Optional.empty(),
                "/entity",
                Optional.empty(),
                310,
                "record_not_found",
                Instant.EPOCH,
                200,
                "localhost");
    }
}
