package io.regcontract.report.render.export;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.judge.VerdictCounts;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.TruncatedText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Prometheus' text format, for the textfile collector or a push gateway. The start of the run is among the figures: neither of
 * the two forgets a job that no longer runs, so alert on its age.
 */
public final class PrometheusMetrics implements ReportRenderer {

    @Override
    public String fileName() {
        return "metrics.prom";
    }

    @Override
    public void write(ReportModel story, Writer out) throws IOException {
        var decision = story.decision();
        var labels = decision.environment()
                .map(here -> "environment=\"" + label(here.name()) + "\",kind=\"" + here.kind() + "\"")
                .orElse("environment=\"\",kind=\"\"");
        var text = new StringBuilder();
        head(text, "regcontract_gate_exit_code", "What the gate returned: 0 is a pass.");
        sample(text, "regcontract_gate_exit_code", labels, decision.outcome().exitCode());
        head(
                text,
                "regcontract_gate_reserved",
                "1 where a pass leaves something open that the policy did not ask for.");
        sample(text, "regcontract_gate_reserved", labels, decision.reserved() ? 1 : 0);
        counts(text, "regcontract_codes", "Documented codes by verdict.", labels, decision.codeCounts());
        counts(
                text,
                "regcontract_requirements",
                "Requirements of the suite by verdict.",
                labels,
                decision.requirementCounts());
        if (decision.environment().isPresent()) {
            var here = decision.environment().get().name();
            head(
                    text,
                    "regcontract_waiver_days_left",
                    "Days for which a waiver still holds; negative once it has expired.");
            for (var waiver : decision.terms().policy().waivers()) {
                if (waiver.environments().contains(here)) {
                    sample(
                            text,
                            "regcontract_waiver_days_left",
                            labels + ",waiver=\"" + label(waiver.id()) + "\",owner=\"" + label(waiver.owner()) + "\"",
                            waiver.daysLeft(decision.terms().asOf()));
                }
            }
        }
        story.run().header().map(RecordHeader::startedAt).ifPresent(start -> {
            head(
                    text,
                    "regcontract_run_start_time_seconds",
                    "When the run that was judged began, in seconds since 1970.");
            sample(text, "regcontract_run_start_time_seconds", labels, start.getEpochSecond());
        });
        out.write(text.toString());
    }

    private static void counts(StringBuilder text, String name, String help, String labels, VerdictCounts counts) {
        head(text, name, help);
        for (var verdict : Verdict.values()) {
            sample(text, name, labels + ",verdict=\"" + verdict.word() + "\"", counts.of(verdict));
        }
    }

    private static void head(StringBuilder text, String name, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
    }

    private static void sample(StringBuilder text, String name, String labels, long value) {
        text.append(
                String.format(Locale.ROOT, "%s{%s} %d%n", name, labels, value).replace("\r\n", "\n"));
    }

    private static String label(String text) {
        return ServiceText.onOneLine(TruncatedText.text(text, 200))
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
    }
}
