package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed answers for those who ask, plain ones for everyone else. */
class CompressionTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br", "deflate;q=0.5, GZIP;q=0.1"})
    void packsWhenAsked(String offer) throws Exception {
        var answer = ask(offer);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("{\"results\":[")
                    .endsWith("\"stat\":\"ok\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.000", "deflate", "*;q=0"})
    void doesNotPackOtherwise(String offer) throws Exception {
        var answer = ask(offer);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).endsWith("\"stat\":\"ok\"}");
    }

    private HttpResponse<byte[]> ask(String offer) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(world.simulator
                                        .baseAddress()
                                        .resolve("/clients/list?client_id=owner&client_secret=owner-secret"))
                                .header("Accept-Encoding", offer)
                                .build(),
                        BodyHandlers.ofByteArray());
    }
}
