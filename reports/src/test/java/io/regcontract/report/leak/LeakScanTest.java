package io.regcontract.report.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.report.judge.Leak;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Canaries in every form and place a secret can travel. */
class LeakScanTest {

    private static final String SECRET = "s3cr&t/\"wörd\" +<x>";
    private static final String NAME = "REGCONTRACT_OWNER_CLIENT_SECRET";
    private static final String RECORD = "regcontract/runs/r/observations-local-1of1.jsonl";

    @TempDir
    private Path root;

    /** Where a secret can travel: the file it would end up in, and what stands around it there. */
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            place("a header", RECORD, "{\"name\":\"Authorization\",\"value\":\"OAuth ", "\"}"),
            place("a cookie", RECORD, "{\"name\":\"Set-Cookie\",\"value\":\"session=", "; HttpOnly\"}"),
            place("a query", RECORD, "GET /x?client_secret=", "&a=b"),
            place("the address itself", RECORD, "\"url\":\"https://owner:", "@acme.example/entity\""),
            place("a form", RECORD, "\"body\":\"client_id=a&client_secret=", "&type_name=user\""),
            place("JSON, deep down", RECORD, "{\"a\":[{\"b\":{\"c\":[[\"", "\"]]}}]}"),
            place("a message", RECORD, "\"reason\":\"no answer to ", "\""),
            place("a stack trace", "failsafe-reports/x-output.txt", "java.io.IOException: ", "\n\tat x.Y.z(Y.java:1)"),
            place("Failsafe's XML", "failsafe-reports/TEST-x.xml", "<property name=\"a\" value=\"", "\"/>"),
            place("Surefire's XML", "surefire-reports/TEST-x.xml", "<failure message=\"", "\"/>"),
            place("an attachment", "regcontract/runs/r/allure-results/x-attachment.txt", "curl -u 'owner:", "'"),
            place("an Allure result", "regcontract/runs/r/allure-results/x-result.json", "{\"message\":\"", "\"}"));

    static Stream<Arguments> canaries() {
        var url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        var forms = Map.of(
                "plain", List.of(SECRET),
                "URL-encoded",
                        List.of(
                                url,
                                url.replace("+", "%20"),
                                URLEncoder.encode(url, StandardCharsets.UTF_8),
                                "s3cr%26t%2f%22w%c3%b6rd%22+%2b%3cx%3e"),
                "base64",
                        List.of(
                                base64(SECRET),
                                base64("o:" + SECRET + "!"),
                                base64("ow:" + SECRET),
                                base64("own:" + SECRET + "!!"),
                                Base64.getUrlEncoder()
                                        .encodeToString((">>?" + SECRET).getBytes(StandardCharsets.UTF_8))),
                "hex", List.of(HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8))),
                "reversed", List.of(new StringBuilder(SECRET).reverse().toString()),
                "JSON",
                        List.of(
                                SECRET.replace("\"", "\\\""),
                                SECRET.replace("\"", "\\\\\\\""),
                                SECRET.chars()
                                        .mapToObj(unit -> String.format("\\u%04x", unit))
                                        .collect(Collectors.joining())),
                "XML",
                        List.of(SECRET.replace("&", "&amp;")
                                .replace("\"", "&quot;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")));
        return PLACES.entrySet().stream()
                .flatMap(place -> forms.entrySet().stream().flatMap(form -> form.getValue().stream()
                        .map(text -> Arguments.of(
                                place.getKey(),
                                form.getKey(),
                                place.getValue().get(0),
                                place.getValue().get(1)
                                        + text
                                        + place.getValue().get(2)))));
    }

    @ParameterizedTest(name = "in {0}, {1}: {3}")
    @MethodSource("canaries")
    void finds(String place, String form, String name, String text) throws IOException {
        var file = write("contract-tests/target/" + name, "before " + text + " after");

        assertThat(scan()).containsExactly(new Leak(file.toString(), NAME, form));
    }

    private static Map.Entry<String, List<String>> place(String name, String file, String before, String after) {
        return Map.entry(name, List.of(file, before, after));
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
        for (int before : new int[] {0, 1, 5, SECRET.length(), SECRET.length() + 1}) {
            write("reports/target/" + before + ".txt", "x".repeat(3 * 1024 * 1024 - before) + SECRET);
        }

        assertThat(scan()).hasSize(5);
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
    void searchesAgainWhatHasChangedAndRemembersWhatItFound() throws IOException {
        var scan = new LeakScan("r-1", KnownSecrets.in(Map.of(NAME, SECRET)), Instant.EPOCH);
        var gone = write("reports/target/gone.txt", SECRET);
        var grown = write("reports/target/grown.txt", "");
        assertThat(scan.search(LeakScan.targets(root))).extracting(Leak::file).containsExactly(gone.toString());

        Files.delete(gone);
        Files.writeString(grown, SECRET);
        var late = write("reports/target/late.txt", SECRET);

        assertThat(scan.search(LeakScan.targets(root)))
                .extracting(Leak::file)
                .containsExactly(gone.toString(), grown.toString(), late.toString());
    }

    @Test
    void searchesATextBeforeItIsWritten() throws IOException {
        var scan = new LeakScan("r-1", KnownSecrets.in(Map.of(NAME, SECRET)), Instant.EPOCH);

        scan.searchDraft(root.resolve("verdict.json"), "the actual is " + SECRET);

        assertThat(scan.search(List.of()))
                .containsExactly(new Leak(root.resolve("verdict.json").toString(), NAME, "plain"));
    }

    @Test
    void searchesOfTheRunsTheOneThatIsJudged() throws IOException {
        var judged = write("contract-tests/target/regcontract/runs/r-1/allure-results/a.txt", SECRET);
        write("contract-tests/target/regcontract/runs/r-12/allure-results/a.txt", SECRET);

        assertThat(scan()).extracting(Leak::file).containsOnly(judged.toString());
    }

    @Test
    void searchesAllRunsWhereTheOneThatIsJudgedLeftNothing() throws IOException {
        var other = write("contract-tests/target/regcontract/runs/r-12/observations.jsonl", SECRET);

        assertThat(scan()).extracting(Leak::file).containsOnly(other.toString());
    }

    /** A report that a benchmark left days ago is no doing of this build, and nobody could act upon it now. */
    @Test
    void leavesAloneWhatWasThereBeforeTheBuildBeganBesideTheRecordOfTheRun() throws IOException {
        var began = Instant.parse("2026-11-22T12:00:00Z");
        var old = write("benchmarks/target/report.html", SECRET);
        var brought = write("contract-tests/target/regcontract/runs/r-1/observations-local-1of2.jsonl", SECRET);
        var fresh = write("reports/target/regcontract/index.html", SECRET);
        for (var file : List.of(old, brought)) {
            Files.setLastModifiedTime(file, FileTime.from(began.minusSeconds(1)));
        }
        Files.setLastModifiedTime(fresh, FileTime.from(began));

        assertThat(new LeakScan("r-1", KnownSecrets.in(Map.of(NAME, SECRET)), began).search(LeakScan.targets(root)))
                .extracting(Leak::file)
                .containsExactly(brought.toString(), fresh.toString());
    }

    @Test
    void followsLinksAndIsNotLedInCirclesNorKeptWaiting() throws IOException, InterruptedException {
        var elsewhere = Files.createDirectories(root.resolve("elsewhere/runs/r-1"));
        Files.writeString(elsewhere.resolve("observations-local-1of1.jsonl"), SECRET);
        var suite = Files.createDirectories(root.resolve("contract-tests/target/regcontract"));
        Files.createSymbolicLink(suite.resolve("runs"), root.resolve("elsewhere/runs"));
        Files.createSymbolicLink(suite.resolve("circle"), suite);
        Files.createSymbolicLink(suite.resolve("nowhere"), root.resolve("not-there"));
        assertThat(new ProcessBuilder("mkfifo", suite.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(scan())
                .extracting(Leak::file)
                .containsExactly(
                        suite.resolve("runs/r-1/observations-local-1of1.jsonl").toString());
    }

    @Test
    void doesNotLookForWordsOfTheContractWhateverTheyAreCalled() throws IOException {
        write("reports/target/a.txt", "unique_violation, client_secret of /entity.create");
        Files.writeString(
                root.resolve("regcontract-r-1.registered"),
                "COOKIE_1 " + base64("unique_violation") + "\nCODE_1 " + base64("/entity.create") + "\n");

        assertThat(new LeakScan(
                                "r-1",
                                KnownSecrets.in(Map.of(NAME, "client_secret")).addHandedOver(root, "r-1"),
                                Instant.EPOCH)
                        .search(LeakScan.targets(root)))
                .isEmpty();
    }

    @Test
    void takesOverWhatTheSuiteUsedInEveryShardAndDeletesTheFiles() throws IOException {
        var first = Files.writeString(
                root.resolve("regcontract-r-1-shard-1.registered"),
                "PASSWORD_1 " + base64("made-up-secret") + "\nSHORT " + base64("short") + "\n");
        // The last line is half of one, as a killed run leaves it.
        var second = Files.writeString(
                root.resolve("regcontract-r-1-shard-2.registered"),
                "PASSWORD_1 " + base64("of-shard-two") + "\nPASSWORD_2 c2");
        var other = Files.writeString(root.resolve("regcontract-r-12.registered"), "A " + base64("of-another-run"));
        var file = write("reports/target/a.txt", "made-up-secret short of-shard-two of-another-run");

        var leaks = new LeakScan("r-1", KnownSecrets.in(Map.of()).addHandedOver(root, "r-1"), Instant.EPOCH)
                .search(LeakScan.targets(root));

        assertThat(leaks).containsExactly(new Leak(file.toString(), "PASSWORD_1", "plain"));
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        assertThat(other).exists();
        assertThat(new LeakScan("r-1", KnownSecrets.in(Map.of()).addHandedOver(root, "r-12"), Instant.EPOCH))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken\n", "A not-base64!\n"})
    void refusesToSearchByWhatItCannotRead(String text) throws IOException {
        var file = Files.writeString(root.resolve("regcontract-x.registered"), text);
        var registered = KnownSecrets.in(Map.of());

        assertThatThrownBy(() -> registered.addHandedOver(root, "x"))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is not what the suite writes.");
    }

    @Test
    void findsEachOfThousandsOfValuesInOnePass() throws IOException {
        var environment = IntStream.range(0, 5_000)
                .boxed()
                .collect(Collectors.toMap(index -> "REGCONTRACT_" + index + "_SECRET", index -> "%08x-%04d"
                        .formatted(index * 0x9E3779B1, index)));
        var random = new Random(1);
        var planted = new TreeMap<String, String>();
        var text = new StringBuilder();
        for (int index = 0; index < 200; index++) {
            var name = "REGCONTRACT_" + random.nextInt(5_000) + "_SECRET";
            planted.put(name, index % 2 == 0 ? "plain" : "base64");
            text.append(random.ints(500, ' ', '~').mapToObj(Character::toString).collect(Collectors.joining()))
                    .append(index % 2 == 0 ? environment.get(name) : base64("x" + environment.get(name)));
        }
        write("reports/target/a.txt", text.toString());

        var leaks = new LeakScan("r-1", KnownSecrets.in(environment), Instant.EPOCH).search(LeakScan.targets(root));

        assertThat(leaks.stream().map(Leak::name).collect(Collectors.toSet())).isEqualTo(planted.keySet());
    }

    @Test
    void knowsSecretsByTheNameOfTheirVariableAndTellsNone() throws IOException {
        write("reports/target/a.txt", "owner-client-id and of-another-tool");
        var registered = KnownSecrets.in(Map.of(
                "REGCONTRACT_OWNER_CLIENT_ID", "owner-client-id", "OTHER_SECRET", "of-another-tool", NAME, SECRET));

        assertThat(new LeakScan("r-1", registered, Instant.EPOCH).search(LeakScan.targets(root)))
                .isEmpty();
        assertThat(registered).hasToString("1 registered values");
        assertThat(registered.addHandedOver(root, "not-there")).isSameAs(registered);
    }

    private List<Leak> scan() throws IOException {
        return new LeakScan("r-1", KnownSecrets.in(Map.of(NAME, SECRET)), Instant.EPOCH).search(LeakScan.targets(root));
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
