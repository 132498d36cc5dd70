package io.regcontract.traffic.record;

import io.regcontract.traffic.judge.TrafficSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The line of a record that says which traffic was judged. */
final class TrafficLine {

    private TrafficLine() {}

    static Map<String, Object> of(TrafficSummary summary, List<JudgedSource> sources, List<String> incomplete) {
        var line = new LinkedHashMap<String, Object>();
        line.put("files", sources.stream().map(TrafficLine::file).toList());
        summary.from().ifPresent(at -> line.put("from", at.toString()));
        summary.to().ifPresent(at -> line.put("to", at.toString()));
        line.put("exchanges", summary.exchanges());
        line.put("foreign", summary.foreign());
        line.put(
                "unjudged",
                summary.unjudged().stream().map(TrafficLine::unjudged).toList());
        line.put(
                "operations",
                summary.operations().stream().map(TrafficLine::operation).toList());
        line.put("remarks", summary.remarks().stream().map(TrafficLine::remark).toList());
        line.put("incomplete", incomplete);
        line.put("bodies", summary.bodies());
        return line;
    }

    private static Map<String, Object> file(JudgedSource source) {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", source.name());
        line.put("exchanges", source.exchanges());
        line.put("judged", source.judged());
        source.from().ifPresent(at -> line.put("from", at.toString()));
        source.to().ifPresent(at -> line.put("to", at.toString()));
        if (!source.flaw().isEmpty()) {
            line.put("flaw", source.flaw());
        }
        return line;
    }

    private static Map<String, Object> unjudged(TrafficSummary.Unjudged unjudged) {
        var line = new LinkedHashMap<String, Object>();
        line.put("reason", unjudged.reason());
        line.put("count", unjudged.count());
        line.put("first", unjudged.first());
        return line;
    }

    private static Map<String, Object> operation(TrafficSummary.CalledOperation operation) {
        var line = new LinkedHashMap<String, Object>();
        line.put("path", operation.path());
        line.put("calls", operation.calls());
        line.put("successes", operation.successes());
        line.put("failures", operation.failures());
        return line;
    }

    private static Map<String, Object> remark(TrafficSummary.Remark remark) {
        var line = new LinkedHashMap<String, Object>();
        line.put("operation", remark.operation());
        line.put("rule", remark.rule());
        line.put("sentence", remark.sentence());
        line.put("count", remark.count());
        line.put("first", remark.first());
        return line;
    }
}
