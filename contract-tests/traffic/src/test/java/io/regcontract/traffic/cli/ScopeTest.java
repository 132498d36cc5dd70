package io.regcontract.traffic.cli;

import static io.regcontract.traffic.cli.HarFile.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.plan.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What belongs to the API. */
final class ScopeTest {

    private static final String ERROR = error(310, "record_not_found", "abcdefgh23456789");

    @TempDir
    private Path directory;

    private TrafficUnderTest traffic = new TrafficUnderTest(Path.of(""));

    @BeforeEach
    void begin() {
        traffic = new TrafficUnderTest(directory);
    }

    private TrafficUnderTest.Outcome judged(String url, String... options) throws IOException {
        return traffic.judge(
                new HarFile().call("/entity", Map.of(), 200, ERROR, entry -> ((ObjectNode) entry.path("request"))
                        .put("url", url)),
                options);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.janraincapture.com/entity, *.janraincapture.com, 1",
        "https://ACME.janraincapture.com:443/entity?uuid=7#x, *.JANRAINCAPTURE.com, 1",
        "https://user:secret@acme.janraincapture.com/entity, acme.janraincapture.com, 1",
        "https://janraincapture.com.evil.org/entity, *.janraincapture.com, 0",
        "https://evil.org/@acme.janraincapture.com/entity, *.janraincapture.com, 0",
        "http://localhost:8080/entity, localhost, 1",
        "http://localhost:8080/entity, localhost:8080, 1",
        "http://localhost:8081/entity, localhost:8080, 0",
        "http://[::1]:8080/entity, [::1], 1",
        "https://acme.janraincapture.com/%65ntity, *, 1",
        "https://acme.janraincapture.com/entity/, *, 0",
        "HTTPS://acme.janraincapture.com/entity, *, 1",
        "/entity, *, 0",
        "'', *, 0"
    })
    void goesByHostAndPath(String url, String host, int judged) throws IOException {
        assertThat(judged(url, "--host", host).summary().judged()).isEqualTo(judged);
    }

    @Test
    void takesMoreThanOneHost() throws IOException {
        assertThat(judged("https://b.example/entity", "--host", "a.example", "--host", "b.example")
                        .summary()
                        .judged())
                .isEqualTo(1);
    }

    @Test
    void goesByTheBasePath() throws IOException {
        assertThat(judged("https://gateway.example/capture/v1/entity", "--base-path", "/capture/v1/")
                        .summary()
                        .operations())
                .extracting(operation -> operation.path())
                .containsExactly("/entity");
        assertThat(judged("https://gateway.example/entity", "--base-path", "/capture")
                        .summary()
                        .foreign())
                .isEqualTo(1);
    }

    @Test
    void saysSoWhereAHostThatWasAskedForIsCalledAtAPathThatIsNoOperation() throws IOException {
        var outcome = judged("https://acme.example/entitty", "--host", "acme.example");

        assertThat(outcome.summary().foreign()).isZero();
        assertThat(outcome.summary().unjudged())
                .extracting(unjudged -> unjudged.reason())
                .containsExactly("the contract has no operation at this path");
    }

    @Test
    void namesTheHostsOfTheFilesWhereNothingWasTakenForTheApi() throws IOException {
        var outcome = judged("https://acme.example/capture/entity", "--host", "shop.example");

        assertThat(outcome.printed())
                .contains(
                        "  Nothing of it was taken for the API. It has the hosts acme.example (1 exchange, 1 at the path"
                                + " of operations).")
                .contains("  --host says which of them is the API, --base-path what stands before the operations' paths"
                        + " there.");
        assertThat(outcome.lines().get(0).at("/environment/baseAddress").stringValue())
                .isEqualTo("no host of the API");
        assertThat(judged("https://acme.example/entity").printed()).doesNotContain("--host");
    }

    @Test
    void goesByTheAddressOfAProfileAndTakesWhatThatAccepts() throws IOException {
        traffic.file(
                "profiles/shop.yaml",
                """
                name: shop
                description: A simulator that runs by itself.
                kind: simulator
                base-address: http://127.0.0.1:8080
                dialect: observed
                credentials:
                  owner: { client-id: "env:SHOP_ID", client-secret: "env:SHOP_SECRET" }
                  login: { client-id: shop-login }
                """);

        // The profile refers to secrets that are not there: nothing is sent, so none is needed.
        var outcome = judged("http://127.0.0.1:8080/entity", "--env", "shop");

        assertThat(outcome.summary().judged()).isEqualTo(1);
        assertThat(outcome.lines().get(0).at("/environment/name").stringValue()).isEqualTo("shop");
        assertThat(outcome.lines().get(0).at("/environment/kind").stringValue()).isEqualTo("traffic");
        assertThat(outcome.lines().get(0).at("/environment/dialect").stringValue())
                .isEqualTo("observed");
        assertThat(judged("http://127.0.0.1:8081/entity", "--env", "shop")
                        .summary()
                        .foreign())
                .isEqualTo(1);
    }

    @Test
    void refusesAnotherDialectThanTheProfileSays() throws IOException {
        traffic.file(
                "profiles/simulator.yaml",
                "name: simulator\ndescription: d\nkind: simulator\nbase-address: embedded\ndialect: documented\ncredentials: generated\n");

        assertThatThrownBy(
                        () -> judged("https://a/entity", "--env", "simulator", "--host", "a", "--dialect", "observed"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "--dialect observed is not that of the environment simulator, whose profile says documented:"
                                + " leave one of the two out.");
    }

    @Test
    void saysWhichProfileDoesNotNameAnAddress() throws IOException {
        traffic.file(
                "profiles/simulator.yaml",
                "name: simulator\ndescription: d\nkind: simulator\nbase-address: embedded\ndialect: documented\ncredentials: generated\n");

        assertThatThrownBy(() -> judged("https://a/entity", "--env", "simulator"))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(
                        "The environment simulator is a simulator without an address of its own, so that its profile"
                                + " does not say what belongs to the API: name its host, with --host.");
        assertThat(judged("https://a/entity", "--env", "simulator", "--host", "a")
                        .summary()
                        .judged())
                .isEqualTo(1);
    }

    @Test
    void tellsFilesOfOneNameApartAndJudgesAFileOnceThatIsNamedTwice() throws IOException {
        var text = new HarFile().call("/entity", Map.of(), 200, ERROR).toString();
        var first = traffic.file("monday/shop.har", text);
        var second =
                traffic.file("tuesday/shop.har", text.replace("10:00", "11:00").replace("abcdefgh", "bbcdefgh"));

        var outcome = traffic.judge(List.of(first, second, directory.resolve("monday/../monday/shop.har")));

        assertThat(outcome.run().sources())
                .extracting(source -> source.name())
                .containsExactly("monday/shop.har", "tuesday/shop.har");
        assertThat(outcome.summary().judged()).isEqualTo(2);
    }
}
