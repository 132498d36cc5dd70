package io.regcontract.check;

import java.util.List;
import java.util.stream.Collectors;

/** Failed checks as a person reads them: one a line, in columns. */
public final class FailureTable {

    private FailureTable() {}

    /** Check, expected, actual; checks that did not fail are left out. */
    public static String inColumns(List<CheckResult> checked) {
        return columns(checked.stream()
                .filter(CheckResult::failed)
                .map(failed -> new Row(
                        failed.check().id(), (Finding.Fails) failed.finding().shown()))
                .toList());
    }

    /** The same for findings that are known by the ids of their checks. */
    public static String columns(List<Row> rows) {
        var id = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
        var expected = rows.stream()
                .mapToInt(row -> row.fails().expected().length())
                .max()
                .orElse(0);
        return rows.stream()
                .map(row -> "    " + padded(row.id(), id) + "  expected "
                        + padded(row.fails().expected(), expected) + "  actual "
                        + row.fails().actual())
                .collect(Collectors.joining("\n"));
    }

    /** A failed check. */
    public record Row(String id, Finding.Fails fails) {}

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
