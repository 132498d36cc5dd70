package io.regcontract.report.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.judge.Leak;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries in every form and place a secret can travel. */
class LeakScanTest {

    private static final String SECRET = "s3cr&t/\"wörd\" +<x>";
    private static final String NAME = "REGCONTRACT_OWNER_CLIENT_SECRET";

    @TempDir
    private Path root;

    static Stream<Arguments> canaries() {
        var url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("a header", "Authorization: Basic " + base64("owner:" + SECRET), "base64"),
                Arguments.of("a header, one letter on", "Basic " + base64("owner1:" + SECRET), "base64"),
                Arguments.of("a header, two letters on", "Basic " + base64("owner12:" + SECRET), "base64"),
                Arguments.of(
                        "a header, URL-safe",
                        Base64.getUrlEncoder().encodeToString((">>?" + SECRET).getBytes(StandardCharsets.UTF_8)),
                        "base64"),
                Arguments.of("a query", "GET /x?client_secret=" + url + "&a=b", "URL-encoded"),
                Arguments.of("a query with %20", "client_secret=" + url.replace("+", "%20"), "URL-encoded"),
                Arguments.of(
                        "a query in small letters",
                        "client_secret=s3cr%26t%2f%22w%c3%b6rd%22+%2b%3cx%3e",
                        "URL-encoded"),
                Arguments.of("JSON", "{\"a\":[{\"b\":\"" + SECRET.replace("\"", "\\\"") + "\"}]}", "JSON"),
                Arguments.of(
                        "a property of Surefire",
                        "<property value=\""
                                + SECRET.replace("&", "&amp;")
                                        .replace("\"", "&quot;")
                                        .replace("<", "&lt;")
                                        .replace(">", "&gt;")
                                + "\"/>",
                        "XML"),
                Arguments.of(
                        "a stack trace", "java.lang.IllegalStateException: wrong: " + SECRET + "\n\tat x.Y", "plain"));
    }

    @ParameterizedTest(name = "in {0}")
    @MethodSource("canaries")
    void finds(String place, String text, String form) throws IOException {
        var file = write("contract-tests/target/failsafe-reports/TEST-x.xml", "before " + text + " after");

        assertThat(scan()).containsExactly(new Leak(file.toString(), NAME, form));
    }

    @Test
    void findsNothingWhereThereIsNothing() throws IOException {
        write(
                "contract-tests/target/a.txt",
                "Authorization: Basic ${OWNER_CLIENT_SECRET_BASIC} " + base64("owner:other-secret"));

        assertThat(scan()).isEmpty();
    }

    @Test
    void findsWhatLiesOnTheBorderOfTwoBlocks() throws IOException {
        write("reports/target/a.txt", "x".repeat(8 * 1024 * 1024 - 5) + SECRET);

        assertThat(scan()).hasSize(1);
    }

    @Test
    void looksIntoAllTargetsAndNoFurther() throws IOException {
        write("environments/simulator/target/a.txt", SECRET);
        write("target/a.txt", SECRET);
        write("src/target/a.txt", SECRET);
        write("contract-tests/target/classes/a.txt", SECRET);
        write("reports/target/allure-commandline/a.txt", SECRET);
        write("reports/target/a.jar", SECRET);
        write("docs/a.txt", SECRET);

        assertThat(scan())
                .extracting(Leak::file)
                .containsExactly(
                        root.resolve("environments/simulator/target/a.txt").toString(),
                        root.resolve("target/a.txt").toString());
    }

    @Test
    void takesOverWhatTheSuiteMadeUpAndDeletesTheFile() throws IOException {
        var handedOver = root.resolve("regcontract-x.registered");
        Files.writeString(
                handedOver, "GENERATED " + base64("made-up-secret") + "\nSHORT " + base64("short") + "\nbroken\n");
        var file = write("reports/target/a.txt", "made-up-secret short");

        var leaks = new LeakScan(Registered.in(Map.of()).takeOver(handedOver)).search(LeakScan.targets(root));

        assertThat(leaks).containsExactly(new Leak(file.toString(), "GENERATED", "plain"));
        assertThat(handedOver).doesNotExist();
    }

    @Test
    void knowsSecretsByTheNameOfTheirVariableAndTellsNone() throws IOException {
        write("reports/target/a.txt", "owner-client-id and of-another-tool");
        var registered = Registered.in(Map.of(
                "REGCONTRACT_OWNER_CLIENT_ID", "owner-client-id", "OTHER_SECRET", "of-another-tool", NAME, SECRET));

        assertThat(new LeakScan(registered).search(LeakScan.targets(root))).isEmpty();
        assertThat(registered).hasToString("1 registered values");
        assertThat(registered.takeOver(root.resolve("not-there"))).isSameAs(registered);
    }

    private List<Leak> scan() throws IOException {
        return new LeakScan(Registered.in(Map.of(NAME, SECRET))).search(LeakScan.targets(root));
    }

    private Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
