package io.regcontract.report.render.export;

import io.regcontract.report.render.MarkdownText;
import io.regcontract.report.render.TrafficText;
import io.regcontract.report.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;

/** What traffic was judged, in the page of a CI job: what it is, what it cannot tell, each operation, each remark. */
final class TrafficSummary {

    private TrafficSummary() {}

    static List<List<String>> of(Traffic traffic) {
        var blocks = new ArrayList<List<String>>();
        blocks.add(List.of(
                "> **" + MarkdownText.plain(traffic.sentence(), 1_000) + "** " + TrafficText.cannotTell(traffic), ""));
        if (!traffic.operations().isEmpty()) {
            blocks.add(List.of(
                    "### Operations", "", "| operation | calls | successes | errors |", "|---|---:|---:|---:|"));
            traffic.operations()
                    .forEach(one -> blocks.add(List.of("| " + MarkdownText.plain(one.path(), 200) + " | " + one.calls()
                            + " | " + one.successes() + " | " + one.failures() + " |")));
            blocks.add(List.of(""));
        }
        return blocks;
    }
}
