package io.regcontract.traffic.cli;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.traffic.compare.RecordedShapes;
import io.regcontract.traffic.compare.TrafficComparison;
import io.regcontract.traffic.compare.TrafficDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A comparison of two recordings, as a table and as JSON.
 *
 * @param before what the earlier is called, as its files
 * @param after the same of the later
 * @param old what the earlier shows
 * @param now what the later shows
 * @param incomplete what could not be read, a sentence each
 */
public record ComparisonReport(
        List<String> before,
        List<String> after,
        RecordedShapes old,
        RecordedShapes now,
        TrafficComparison comparison,
        List<String> incomplete) {

    private static final String FORMAT = "regcontract/traffic-diff/1";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ComparisonReport {
        before = List.copyOf(before);
        after = List.copyOf(after);
        incomplete = List.copyOf(incomplete);
    }

    /** Whether one of the two has no answer of the API, so that nothing was compared. */
    public boolean nothingCompared() {
        return old.compared() == 0 || now.compared() == 0;
    }

    /** For a console. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("before: " + String.join(", ", before) + " (" + counted(old) + ")");
        lines.add("after:  " + String.join(", ", after) + " (" + counted(now) + ")");
        incomplete.forEach(sentence -> lines.add("incomplete: " + sentence));
        if (nothingCompared()) {
            lines.add("One of them has no answer of the API, so that nothing was compared: --host and --base-path say"
                    + " what belongs to it.");
        } else if (comparison.differences().isEmpty()) {
            lines.add("No difference: " + comparison.alike() + " pairs of operation and code are alike.");
        } else {
            table(lines);
            lines.add(comparison.differences().size()
                    + (comparison.differences().size() == 1 ? " difference" : " differences") + "; "
                    + comparison.alike() + " pairs of operation and code are alike.");
        }
        return lines.stream().map(ServiceText::onOneLine).toList();
    }

    private static String counted(RecordedShapes shapes) {
        return shapes.exchanges() + " exchanges, " + shapes.compared() + " compared";
    }

    private void table(List<String> lines) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("operation", "code", "what", "before", "after"));
        comparison
                .differences()
                .forEach(difference -> rows.add(List.of(
                        difference.operation(),
                        difference.code(),
                        difference.about(),
                        cell(difference.before(), difference.answersBefore()),
                        cell(difference.after(), difference.answersAfter()))));
        var widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        for (var row : rows) {
            var line = new StringBuilder();
            for (var column = 0; column < widths.length; column++) {
                line.append(String.format(Locale.ROOT, "%-" + widths[column] + "s  ", row.get(column)));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String cell(List<String> forms, long answers) {
        return String.join(" | ", forms) + " (" + answers + ")";
    }

    /** As {@code diff.json}: format traffic-diff. */
    public String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("before", side(before, old));
        json.put("after", side(after, now));
        json.put("alike", comparison.alike());
        json.put(
                "differences",
                comparison.differences().stream().map(ComparisonReport::line).toList());
        json.put("incomplete", incomplete);
        return ServiceText.encodableJson(JSON.writeValueAsString(json)) + "\n";
    }

    private static Map<String, Object> side(List<String> files, RecordedShapes shapes) {
        var side = new LinkedHashMap<String, Object>();
        side.put("files", files);
        side.put("exchanges", shapes.exchanges());
        side.put("compared", shapes.compared());
        return side;
    }

    private static Map<String, Object> line(TrafficDifference difference) {
        var line = new LinkedHashMap<String, Object>();
        line.put("operation", difference.operation());
        line.put("code", difference.code());
        line.put("about", difference.about());
        line.put("before", difference.before());
        line.put("after", difference.after());
        line.put("answersBefore", difference.answersBefore());
        line.put("answersAfter", difference.answersAfter());
        return line;
    }
}
