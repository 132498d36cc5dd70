package io.regcontract.suite.preflight;

import io.regcontract.contract.text.ServiceText;
import java.util.ArrayList;
import java.util.List;

/**
 * What the preflight of an environment found.
 *
 * @param environment name of the profile
 * @param address of the service
 * @param rows in the order in which they were examined
 */
public record PreflightTable(String environment, String address, List<PreflightRow> rows) {

    public PreflightTable {
        rows = List.copyOf(rows);
    }

    /** The rows that keep a run from beginning; empty when it may begin. */
    public List<PreflightRow> failures() {
        return rows.stream().filter(PreflightRow::failed).toList();
    }

    /** The table for people, line by line. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("preflight   env " + environment + " at " + address);
        lines.add("");
        for (var row : rows) {
            lines.add("  %-10s %-6s %s".formatted(row.name(), row.result().word(), ServiceText.onOneLine(row.found())));
            if (!row.remedy().isEmpty()) {
                lines.add(" ".repeat(20) + row.remedy());
            }
        }
        lines.add("");
        lines.add(
                failures().isEmpty()
                        ? "A run may begin. Nothing was changed."
                        : "A run may not begin. Nothing was changed.");
        return lines;
    }
}
