package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code judge OLD --against NEW}. */
class JudgeAgainstTest {

    private static final String LINE =
            """
            {"request":{"method":"POST","url":"https://%s/entity"},"response":{"status":200,"headers":{"Content-Type":"application/json"},"body":"%s"}}
            """;
    private static final String ERROR =
            """
            {\\"stat\\":\\"error\\",\\"code\\":310,\\"error\\":\\"record_not_found\\",\\"request_token\\":\\"abcdefgh12345678\\"}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private int judge(String... arguments) {
        var all = new ArrayList<>(List.of("judge"));
        all.addAll(List.of(arguments));
        all.add("--out=" + directory);
        return RegcontractCommand.execute(new PrintWriter(out), new PrintWriter(err), all.toArray(new String[0]));
    }

    private JsonNode diff() {
        var json = JsonMapper.shared().readTree(directory.resolve("diff.json").toFile());
        assertThat(FileFormats.validate("traffic-diff", json)).isEmpty();
        return json;
    }

    @Test
    void endsWith6AndATableWhereTheyDiffer() throws IOException {
        var before = file("old.ndjson", LINE.formatted("old.example", ERROR));
        var after = file("new.ndjson", LINE.formatted("new.example", ERROR.replace("record_not_found", "not_found")));

        assertThat(judge(before.toString(), "--against=" + after))
                .as(err.toString())
                .isEqualTo(6);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        """
                        before: old.ndjson (1 exchanges, 1 compared)
                        after:  new.ndjson (1 exchanges, 1 compared)
                        operation  code  what  before                after
                        /entity    310   name  record_not_found (1)  not_found (1)
                        1 difference; 0 pairs of operation and code are alike.
                        See %s
                        """
                                .formatted(directory.resolve("diff.json")));
        assertThat(diff().at("/differences/0/about").stringValue()).isEqualTo("name");
        assertThat(directory.resolve("verdict.json")).doesNotExist();
    }

    @Test
    void endsWith0WhereTheyAreAlike() throws IOException {
        var before = file("old.ndjson", LINE.formatted("old.example", ERROR));
        var after = file("new.ndjson", LINE.formatted("new.example", ERROR.replace("abcd", "zyxw")));

        assertThat(judge(before.toString(), "--against=" + after)).isZero();
        assertThat(out.toString()).contains("No difference: 1 pairs of operation and code are alike.");
        assertThat(diff().path("differences")).isEmpty();
    }

    @Test
    void endsWith4WhereALineIsBrokenOrNothingIsThereToCompare() throws IOException {
        var before = file("old.ndjson", LINE.formatted("old.example", ERROR));
        var broken = file("new.ndjson", LINE.formatted("new.example", ERROR) + "{\"request\":\n");
        var other = file("other.ndjson", LINE.formatted("new.example", ERROR).replace("/entity", "/shop"));

        assertThat(judge(before.toString(), "--against=" + broken)).isEqualTo(4);
        assertThat(out.toString()).contains("incomplete: new.ndjson, line 2 ");
        assertThat(judge(before.toString(), "--against=" + other)).isEqualTo(4);
        assertThat(out.toString()).contains("One of them has no answer of the API, so that nothing was compared");
    }

    @Test
    void saysThatAFileIsMissingOrNotNamed() throws IOException {
        var before = file("old.ndjson", LINE.formatted("old.example", ERROR));

        assertThat(judge(before.toString(), "--against=")).isEqualTo(2);
        assertThat(err.toString()).contains("--against is empty: name the file to compare with.");
        assertThat(judge(before.toString(), "--against=" + directory.resolve("none.har")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none.har' is not there.");
    }
}
