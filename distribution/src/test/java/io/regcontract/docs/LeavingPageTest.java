package io.regcontract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/leaving.md: what each documented error does to a migration. */
class LeavingPageTest {

    private static final Path PAGE = Path.of(System.getProperty("regcontract.root"), "docs/leaving.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]{3}) `([a-z_]+)` \\| ([^|]+) \\| ([^|]+) \\|$");

    /** A line of the table, without what it says. */
    private record Row(int code, String name) {}

    @Test
    void hasEveryDocumentedErrorOnceUnderItsName() throws IOException {
        var contract = Contract.load();

        assertThat(rows())
                .as("the rows of the table in docs/leaving.md, in their order")
                .containsExactlyElementsOf(Stream.of(ErrorCode.values())
                        .sorted(Comparator.comparingInt(ErrorCode::code))
                        .map(code -> new Row(code.code(), contract.error(code).name()))
                        .toList());
    }

    /** A row that repeats another one says nothing of its own code. */
    @Test
    void saysSomethingElseOfEach() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(3)))
                .doesNotHaveDuplicates();
    }

    @Test
    void leadsToPagesThatAreThere() throws IOException {
        var targets = Pattern.compile("\\]\\(([a-zA-Z./-]+)(#[^)]*)?\\)")
                .matcher(Files.readString(PAGE))
                .results()
                .map(link -> link.group(1));

        assertThat(targets)
                .allSatisfy(target -> assertThat(PAGE.resolveSibling(target)).exists());
    }

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(2)))
                .toList();
    }
}
