package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code regcontract judge} from a file to the exit code and the reports. */
class JudgeCommandTest {

    private static final Path POLICY = Path.of("../reports/policy");

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int judge(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(
                "judge",
                file.toString(),
                "--root",
                directory.toString(),
                "--policy",
                POLICY.toString(),
                "--records",
                directory.resolve("records").toString(),
                "--out",
                directory.resolve("out").toString(),
                "--history",
                directory.resolve("history").toString()));
        arguments.addAll(List.of(more));
        return RegcontractCommand.execute(new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
    }

    private Path har(String... entries) throws IOException {
        return Files.writeString(
                directory.resolve("shop.har"),
                "{\"log\":{\"version\":\"1.2\",\"entries\":[" + String.join(",", entries) + "]}}");
    }

    private static String entry(String url, String form, int status, String body) {
        return "{\"startedDateTime\":\"2026-11-01T10:00:00Z\",\"time\":3,\"request\":{\"method\":\"POST\",\"url\":\""
                + url
                + "\",\"headers\":[{\"name\":\"Authorization\",\"value\":\"Basic YWNtZS1jbGllbnQ6enhjdmJubTIzNDVxd2VydHl1aW9wOTg3\"},"
                + "{\"name\":\"Content-Type\",\"value\":\"application/x-www-form-urlencoded\"}],\"postData\":{\"text\":\""
                + form
                + "\"}},\"response\":{\"status\":" + status
                + ",\"headers\":[{\"name\":\"Content-Type\",\"value\":\"application/json\"},{\"name\":\"Cache-Control\",\"value\":\"no-store\"}],"
                + "\"content\":{\"text\":" + JsonMapper.shared().writeValueAsString(body) + "}}}";
    }

    private static String taken(String description) {
        return "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\",\"error_description\":\"" + description
                + "\",\"request_token\":\"abcdefgh23456789\"}";
    }

    private static final String CREATE = "https://acme.janraincapture.com/entity.create";
    private static final String FORM = "type_name=user&attributes="
            + URLEncoder.encode(
                    "{\"email\":\"jane.doe@example.org\",\"givenName\":\"Janeth\"}", StandardCharsets.UTF_8);

    @Test
    void leavesTheLastReportsWhereThereIsNoSuchFile() throws IOException {
        assertThat(judge(directory.resolve("nowhere.har"))).isEqualTo(2);
        assertThat(judge(Files.createDirectory(directory.resolve("shops")))).isEqualTo(2);

        assertThat(err.toString())
                .contains("nowhere.har' is not there.", "shops' is a directory: name the files in it.");
        assertThat(directory.resolve("out")).doesNotExist();
        assertThat(directory.resolve("records")).doesNotExist();
    }

    @Test
    void saysInThePassThatSomeCallsCouldNotBeJudged() throws IOException {
        var unseen =
                "{\"startedDateTime\":\"2026-11-01T10:00:00Z\",\"time\":3,\"request\":{\"method\":\"POST\",\"url\":\""
                        + CREATE
                        + "\",\"headers\":[]},\"response\":{\"status\":200,\"headers\":[],\"content\":{\"size\":90}}}";

        assertThat(judge(har(entry(CREATE, FORM, 200, taken("it is taken")), unseen)))
                .isZero();

        assertThat(out.toString()).contains("by 1 failing answer; 1 call could not be judged; nothing contradicts");
    }

    @Test
    void passesWhereNoAnswerContradicts() throws IOException {
        assertThat(judge(har(entry(CREATE, FORM, 200, taken("it is taken"))))).isZero();

        assertThat(out.toString()).contains("1 exchange, 1 judged", "361  unique_violation", "witnessed", "PASS");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void exitsWith1WhereAnAnswerContradicts() throws IOException {
        assertThat(judge(har(entry(CREATE, FORM, 400, taken("it is taken"))))).isEqualTo(1);

        assertThat(out.toString()).contains("expected HTTP 200", "CONTRACT (exit 1)");
    }

    @Test
    void exitsWith2WhereAnOptionIsWrong() throws IOException {
        assertThat(judge(har(entry(CREATE, FORM, 200, taken("d"))), "--host", "https://acme"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--host 'https://acme' names a host, such as *.janraincapture.com")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void exitsWith4WhereNothingIsOfTheApi() throws IOException {
        assertThat(judge(har(entry("https://orders.example.org/v1/orders", FORM, 400, "{}"))))
                .isEqualTo(4);

        assertThat(out.toString()).contains("INCOMPLETE (exit 4)");
    }

    @Test
    void exitsWith4WhereAPartCannotBeRead() throws IOException {
        var whole =
                Files.readString(har(entry(CREATE, FORM, 200, taken("it is taken")), entry(CREATE, FORM, 200, "{}")));
        Files.writeString(directory.resolve("shop.har"), whole.substring(0, whole.length() - 40));

        assertThat(judge(directory.resolve("shop.har"))).isEqualTo(4);

        assertThat(out.toString()).contains("shop.har ends in the middle of entry 2", "witnessed");
    }

    @Test
    void exitsWith2WhereTheRecordCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("records"), "a file");

        assertThat(judge(har(entry(CREATE, FORM, 200, taken("d"))))).isEqualTo(2);

        assertThat(err.toString())
                .contains("The record cannot be written to ", "--records")
                .doesNotContain("Exception");
    }

    @Test
    void writesNothingOfSecretsAndPeopleIntoAnyFile() throws IOException {
        var told = taken("jane.doe@example.org of Janeth, zxcvbnm2345qwertyuiop987");

        assertThat(judge(har(
                        entry(CREATE, FORM, 400, told),
                        entry(
                                CREATE.replace("create", "find"),
                                "filter=email+%3D+%27jane.doe%40example.org%27",
                                500,
                                "<p>Janeth</p>"),
                        entry(
                                CREATE,
                                FORM + "&client_secret=otherclientsecret998877",
                                200,
                                taken("otherclientsecret998877 and jane.doe@example.org")))))
                .isEqualTo(1);

        var written = new StringBuilder(out.toString()).append(err);
        for (var name : List.of("records", "out", "history")) {
            try (var files = Files.walk(directory.resolve(name))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    written.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(written.length()).isGreaterThan(50_000);
        for (var planted : List.of(
                "jane.doe",
                "Janeth",
                "zxcvbnm2345qwertyuiop987",
                "YWNtZS1jbGllbnQ6enhjdmJubTIzNDVxd2VydHl1aW9wOTg3",
                "otherclientsecret998877")) {
            assertThat(written.indexOf(planted)).as(planted).isEqualTo(-1);
        }
    }
}
