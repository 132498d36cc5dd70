package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.judge.Leak;
import io.regcontract.report.render.console.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What people hand on: bundles for support, the list of tokens, the difference of two runs, and a leak. */
class BundlesTest {

    private static final Leak LEAK = new Leak("some/file.txt", "REGCONTRACT_OWNER_CLIENT_SECRET", "base64");

    @TempDir
    private Path root;

    private Path out = Path.of("");

    @BeforeEach
    void isAProject() {
        ShippedPolicy.copyTo(root);
        out = root.resolve("reports/target/regcontract");
    }

    @Test
    void haveATicketThatSupportCanActOn() throws IOException {
        GateRunner.judge(root, contradicted(), RUN);

        var ticket = Files.readString(bundle().resolve("ticket.md"));

        assertThat(ticket.lines().toList())
                .contains(
                        "# 361 unique_violation: the condition of 361 holds",
                        "| Request token | abcdefgh12345361 |",
                        "| Time of the request, UTC | 2026-11-22T13:45:01Z |",
                        "| Date of the server | Sun, 22 Nov 2026 13:45:09 GMT |",
                        "| Server clock against ours | &#43;8 s |",
                        "| Operation | POST /some.operation |",
                        "| Application | acme |",
                        "| Client | abcd&#42;&#42;&#42; |",
                        "| body.error | unique_violation | other |")
                .anyMatch(line -> line.contains("registration-error-codes#361"));
        assertThat(ticket).doesNotContain("abcdefghij");
        assertThat(Files.readString(bundle().resolve("request.http")))
                .isEqualTo(
                        "POST http://127.0.0.1:4711/some.operation\nX-Application-Id: acme\n\nclient_id=abcdefghij&a=b\n");
        assertThat(Files.readString(bundle().resolve("response.http")))
                .isEqualTo(
                        "HTTP 200\nDate: Sun, 22 Nov 2026 13:45:09 GMT\n\n{\"code\":361,\"error\":\"unique_violation\",\"request_token\":\"abcdefgh12345361\"}\n");
    }

    @Test
    void haveAllThatWasExchangedAsHar() throws IOException {
        GateRunner.judge(root, contradicted(), RUN);

        var log = JsonMapper.shared()
                .readTree(Files.readString(bundle().resolve("exchanges.har")))
                .path("log");

        assertThat(log.path("version").stringValue()).isEqualTo("1.2");
        assertThat(log.path("entries").valueStream())
                .extracting(entry -> entry.path("comment").stringValue())
                .containsExactly(id(361) + ", drive", id(361) + ", twin");
        assertThat(log.path("entries")
                        .path(0)
                        .path("request")
                        .path("postData")
                        .path("text")
                        .stringValue())
                .isEqualTo("client_id=abcdefghij&a=b");
    }

    /** The date of an answer has whole seconds, cut off: what is left after that is no difference of clocks. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T13:45:01.770Z, 32, 13:45:01, less than a second",
        "2026-11-22T13:45:01.990Z, 40, 13:45:01, less than a second",
        "2026-11-22T13:45:01.990Z, 40, 13:45:02, less than a second",
        "2026-11-22T13:45:01.770Z, 32, 13:45:00, -1 s",
        "2026-11-22T13:45:01Z, 3.2, 13:44:51, -10 s",
        "2026-11-22T13:45:01.500Z, 3.2, 13:45:02, &#43;1 s"
    })
    void tellAClockThatIsWrongFromADateWithoutFractions(String sent, double millis, String date, String said)
            throws IOException {
        GateRunner.judge(
                root,
                contradicted().of(361, observation -> {
                    var exchange = (ObjectNode) observation.get("exchanges").get(0);
                    exchange.put("at", sent).put("millis", millis);
                    ((ObjectNode) exchange.at("/response/headers/0")).put("value", "Sun, 22 Nov 2026 " + date + " GMT");
                }),
                RUN);

        assertThat(Files.readString(bundle().resolve("ticket.md")).lines())
                .contains("| Server clock against ours | " + said + " |");
    }

    /** What stood in the Authorization header was taken out when it was recorded; the command names the client all the same. */
    @Test
    void nameTheClientThatProvedItselfInTheHeader() throws IOException {
        GateRunner.judge(
                root,
                contradicted().of(361, observation -> {
                    var exchange = (ObjectNode) observation.get("exchanges").get(0);
                    exchange.put(
                            "curl",
                            "curl -sS -X POST 'http://127.0.0.1:4711/some.operation' \\\n  -u \"72dngs7fnkj5:${OWNER_SECRET}\"");
                    ((ObjectNode) exchange.get("request")).put("body", "a=b");
                }),
                RUN);

        assertThat(Files.readAllLines(bundle().resolve("ticket.md")))
                .contains("| Client | 72dn&#42;&#42;&#42; |")
                .noneMatch(line -> line.contains("72dngs"));
    }

    @Test
    void areOnlyOfWhatFails() throws IOException {
        GateRunner.judge(root, contradicted(), RUN);

        try (var bundles = Files.list(out.resolve("bundles"))) {
            assertThat(bundles).containsExactly(bundle());
        }
        GateRunner.judge(root, new RecordBuilder(), RUN);
        assertThat(out.resolve("bundles")).doesNotExist();
    }

    @Test
    void haveAScriptThatStopsBeforeAnythingIsSentWithoutItsSecret() throws Exception {
        GateRunner.judge(root, contradicted(), RUN);

        var script = bundle().resolve("curl.sh");
        assertThat(Files.readString(script)).contains(": \"${OWNER_SECRET:?set it to the secret it stands for}\"");
        var shell = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        shell.environment().remove("OWNER_SECRET");
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said).contains("set it to the secret it stands for").doesNotContain("sent");
    }

    /** An authorization code that the set-up is answered with is not to be had before the set-up was sent. */
    @Test
    void haveAScriptThatSendsTheSetUpBeforeItAsksForWhatThatAnswers() throws Exception {
        GateRunner.judge(
                root,
                contradicted().of(361, observation -> {
                    var exchanges = (ArrayNode) observation.get("exchanges");
                    var setUp = (ObjectNode) exchanges.get(0).deepCopy();
                    setUp.put("role", "set-up").put("curl", "echo the-set-up ${OWNER_SECRET}");
                    ((ObjectNode) setUp.get("response")).put("body", "{\"code\":\"${CODE_7}\"}");
                    exchanges.insert(0, setUp);
                    ((ObjectNode) exchanges.get(1)).put("curl", "echo the-call ${OWNER_SECRET} ${CODE_7}");
                }),
                RUN);
        var script = bundle().resolve("curl.sh");

        assertThat(Files.readAllLines(script))
                .containsExactly(
                        "#!/bin/sh",
                        ": \"${OWNER_SECRET:?set it to the secret it stands for}\"",
                        "",
                        "# set-up",
                        "echo the-set-up ${OWNER_SECRET}",
                        "",
                        "# drive",
                        ": \"${CODE_7:?set it to what an answer above has, and send the rest}\"",
                        "echo the-call ${OWNER_SECRET} ${CODE_7}");
        assertThat(said(script, Map.of("OWNER_SECRET", "s")))
                .contains("the-set-up s")
                .doesNotContain("the-call");
        assertThat(said(script, Map.of("OWNER_SECRET", "s", "CODE_7", "c"))).endsWith("the-call s c\n");
    }

    private static String said(Path script, Map<String, String> variables) throws Exception {
        var shell = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        shell.environment().putAll(variables);
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void haveChecksumsThatHold() throws Exception {
        GateRunner.judge(root, contradicted(), RUN);

        var process = new ProcessBuilder("sha256sum", "--check", "SHA256SUMS")
                .directory(bundle().toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsExactly(
                        "ticket.md: OK", "request.http: OK", "response.http: OK", "curl.sh: OK", "exchanges.har: OK");
    }

    @Test
    void listAllTokens() throws IOException {
        GateRunner.judge(
                root,
                new RecordBuilder().of(100, observation -> observation.put("requestToken", "=cmd(\"x\"),y")),
                RUN);

        assertThat(Files.readAllLines(out.resolve("tokens.csv")))
                .hasSize(ALL_CODES + 1)
                .startsWith(
                        "request_token,requirement,code,operation,verdict,started_at_utc,evidence",
                        "\"'=cmd(\"\"x\"\"),y\",REG-100.some-operation.some-case,100,/some.operation,proven,2026-11-22T13:45:01Z,observations-simulator-1of1.jsonl:2");
    }

    @Test
    void differByRequirement() throws IOException {
        var before = keep(
                "before",
                new RecordBuilder()
                        .of(361, failing("body.error", "unique_violation", "other"))
                        .of(363, failing("body.error", "length_violation", "other"))
                        .withRequirement(100, "gone"));
        var after = keep(
                "after",
                new RecordBuilder()
                        .of(360, failing("body.error", "constraint_violation", "other"))
                        .of(363, failing("token.length", "16", "15"))
                        .of(415, RecordBuilder.ending("broken", "no set-up"))
                        .withRequirement(100, "come"));

        assertThat(run("diff", before.toString(), after.toString(), "--out", root.toString()))
                .isEqualTo(6);

        assertThat(Files.readAllLines(root.resolve("diff.md")))
                .contains(
                        "| new | `" + id(360) + "` | proven | contradicted (body.error, answered 360) |",
                        "| fixed | `" + id(361) + "` | contradicted (body.error, answered 361) | proven |",
                        "| changed-shape | `" + id(363)
                                + "` | contradicted (body.error, answered 363) | contradicted (token.length, answered 363) |",
                        "| no-longer-driven | `" + id(415) + "` | proven | broken |",
                        "| removed | `REG-100.some-operation.gone` | proven | not there |",
                        "| added | `REG-100.some-operation.come` | not there | proven |");
        var json = JsonMapper.shared().readTree(Files.readString(root.resolve("diff.json")));
        assertThat(json.at("/changes/0/kind").stringValue()).isEqualTo("new");
        assertThat(FileFormats.validate("diff", json)).isEmpty();
    }

    @Test
    void doNotDifferFromThemselves() throws IOException {
        var run = keep("run", contradicted());

        assertThat(run("diff", run.toString(), run.resolve("baseline.json").toString()))
                .isZero();
        assertThat(run("diff", run.toString(), root.resolve("nowhere").toString()))
                .isEqualTo(2);
    }

    @Test
    void sayWhereTheirDifferenceCannotBeWritten() throws IOException {
        var run = keep("run", contradicted());
        var file = Files.createFile(root.resolve("file"));
        var said = new StringWriter();

        int exit = ReportsCommand.commandLine()
                .setErr(new PrintWriter(said))
                .execute("diff", run.toString(), run.toString(), "--out", file.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString().strip())
                .isEqualTo(
                        "The comparison cannot be written to " + file + ": name a directory that can be, with --out.");
    }

    @Test
    void lintThePolicy() throws IOException {
        var policy = root.resolve("reports/policy");
        assertThat(run("lint", policy.toString())).isZero();

        Files.writeString(policy.resolve("gate.yaml"), "kinds: {}\n");
        assertThat(run("lint", policy.toString())).isEqualTo(2);
    }

    @Test
    void turnALeakIntoTheVerdict() throws IOException {
        var judged = judgeContradicted(new FoundLeaks(List.of(LEAK), List.of(LEAK)));

        assertThat(judged.exitCode()).isEqualTo(5);
        assertThat(judged.line())
                .startsWith(
                        "LEAK (exit 5): some/file.txt holds the secret REGCONTRACT_OWNER_CLIENT_SECRET, in its base64 form."
                                + " Delete the file wherever it went, and change the secret.");
        assertThat(Files.readString(out.resolve("verdict.json"))).contains("\"verdict\" : \"leak\"");
        assertThat(Files.readString(out.resolve("junit.xml"))).contains("name=\"leak\"");
    }

    @Test
    void tellALeakThatOnlyTheReportsHaveAndWriteNoVerdictBefore() throws IOException {
        var search = new FoundLeaks(List.of(), List.of(LEAK));

        var judged = judgeContradicted(search);

        assertThat(search.drafts).containsOnlyKeys(out.resolve("verdict.json"));
        assertThat(search.drafts.get(out.resolve("verdict.json"))).contains("\"verdict\" : \"contract\"");
        assertThat(search.writtenWhenSearched)
                .contains("junit.xml", "index.html")
                .doesNotContain("verdict.json");
        assertThat(judged.exitCode()).isEqualTo(5);
        assertThat(judged.sentence()).contains("Beside that: contract (exit 1): ");
        assertThat(Files.readString(out.resolve("verdict.json"))).contains("\"verdict\" : \"leak\"");
        assertThat(Files.readString(out.resolve("junit.xml"))).contains("name=\"leak\"");
    }

    private GateRun judgeContradicted(LeakSearch leaks) {
        contradicted().writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        return GateRun.of(
                new GateOptions(
                        root.resolve("contract-tests/target/regcontract/runs"),
                        RUN,
                        out,
                        root.resolve("reports/policy"),
                        Optional.empty(),
                        root.resolve("history"),
                        root.resolve("environments/profiles"),
                        RecordBuilder.DEMANDS,
                        ShippedPolicy.TODAY,
                        Optional.empty(),
                        Optional.empty()),
                new Terminal(StandardCharsets.UTF_8),
                leaks);
    }

    /** A search that finds what it is told to, and remembers what there was to be searched. */
    private final class FoundLeaks implements LeakSearch {
        private final List<Leak> before;
        private final List<Leak> after;
        private Map<Path, String> drafts = Map.of();
        private List<String> writtenWhenSearched = List.of();

        FoundLeaks(List<Leak> before, List<Leak> after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public List<Leak> beforeReports(String runId) {
            return before;
        }

        @Override
        public List<Leak> afterReports(String runId, Map<Path, String> drafts) throws IOException {
            this.drafts = drafts;
            try (var files = Files.list(out)) {
                writtenWhenSearched =
                        files.map(file -> file.getFileName().toString()).toList();
            }
            return after;
        }
    }

    private static RecordBuilder contradicted() {
        return new RecordBuilder()
                .of(361, failing("body.error", "unique_violation", "other").andThen(observation -> {
                    var exchange = (ObjectNode) observation.get("exchanges").get(0);
                    exchange.put("curl", "echo sent ${OWNER_SECRET}");
                    var request = (ObjectNode) exchange.get("request");
                    request.put("body", "client_id=abcdefghij&a=b");
                    request.withArray("/headers")
                            .addObject()
                            .put("name", "X-Application-Id")
                            .put("value", "acme");
                    ((ObjectNode) exchange.get("response"))
                            .withArray("/headers")
                            .addObject()
                            .put("name", "Date")
                            .put("value", "Sun, 22 Nov 2026 13:45:09 GMT");
                }));
    }

    private Path bundle() {
        return out.resolve("bundles").resolve(id(361));
    }

    private Path keep(String name, RecordBuilder record) throws IOException {
        GateRunner.judge(root, record, RUN);
        var kept = Files.createDirectories(root.resolve(name));
        Files.copy(out.resolve("baseline.json"), kept.resolve("baseline.json"));
        return kept;
    }

    private static int run(String... arguments) {
        return ReportsCommand.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }
}
