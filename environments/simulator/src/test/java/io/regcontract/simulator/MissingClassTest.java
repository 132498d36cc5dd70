package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class that is missing is named to the caller and to the log, whatever was called. */
class MissingClassTest {

    private final AtomicBoolean missing = new AtomicBoolean();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"/entity.count?type_name=user", "/control/v1/"})
    void namesTheClassThatIsMissing(String path) throws IOException, InterruptedException {
        try (var simulator = RegistrationSimulator.builder()
                .controlToken("t")
                .clock(new BrokenClock())
                .faults(faults::add)
                .start()) {
            missing.set(true);

            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(simulator.baseAddress().resolve(path))
                                    .header("Authorization", "Bearer t")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .startsWith("The simulator cannot answer: com.example.Missing is missing from the class path");
            assertThat(faults).hasAtLeastOneElementOfType(NoClassDefFoundError.class);
        }
    }

    private final class BrokenClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (missing.get()) {
                throw new NoClassDefFoundError("com/example/Missing");
            }
            return Instant.EPOCH;
        }
    }
}
