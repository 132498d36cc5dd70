package io.regcontract.report.render.export;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.judge.VerdictCounts;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.TruncatedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Prometheus' text format, for the textfile collector or a push gateway. The start of the run is among the figures:
 * neither of the two forgets a job that no longer runs, so alert on its age.
 */
public final class PrometheusMetrics implements ReportRenderer {

    private static final int LONGEST_LABEL = 200;

    @Override
    public String fileName() {
        return "metrics.prom";
    }

    @Override
    public void write(ReportModel story, Writer out) throws IOException {
        var text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, metrics(story), EscapingScheme.DEFAULT);
        out.write(text.toString(StandardCharsets.UTF_8));
    }

    private static MetricSnapshots metrics(ReportModel story) {
        var decision = story.decision();
        var labels = decision.environment()
                .map(here -> Labels.of("environment", label(here.policyName()), "kind", here.kind()))
                .orElse(Labels.of("environment", "", "kind", ""));
        var metrics = MetricSnapshots.builder()
                .metricSnapshot(gauge("regcontract_gate_exit_code", "What the gate returned: 0 is a pass.")
                        .dataPoint(sample(labels, decision.outcome().exitCode()))
                        .build())
                .metricSnapshot(gauge(
                                "regcontract_gate_reserved",
                                "1 where a pass leaves something open that the policy did not ask for.")
                        .dataPoint(sample(labels, decision.reserved() ? 1 : 0))
                        .build())
                .metricSnapshot(counts(
                        gauge(
                                "regcontract_codes",
                                decision.isOfTraffic()
                                        ? "Documented codes by verdict of recorded traffic, which says nothing of what is not among it."
                                        : "Documented codes by verdict."),
                        labels,
                        decision.codeCounts()))
                .metricSnapshot(counts(
                        gauge(
                                "regcontract_requirements",
                                decision.isOfTraffic()
                                        ? "Codes at operations by verdict of recorded traffic."
                                        : "Requirements of the suite by verdict."),
                        labels,
                        decision.requirementCounts()));
        decision.traffic()
                .ifPresent(traffic -> TrafficMetrics.of(traffic, labels).forEach(metrics::metricSnapshot));
        decision.environment().ifPresent(here -> metrics.metricSnapshot(waivers(story, here, labels)));
        story.run()
                .header()
                .map(RecordHeader::startedAt)
                .ifPresent(start -> metrics.metricSnapshot(gauge(
                                "regcontract_run_start_time_seconds",
                                decision.isOfTraffic()
                                        ? "When the traffic was judged, in seconds since 1970."
                                        : "When the run that was judged began, in seconds since 1970.")
                        .dataPoint(sample(labels, (double) start.getEpochSecond()))
                        .build()));
        return metrics.build();
    }

    private static GaugeSnapshot counts(GaugeSnapshot.Builder gauge, Labels labels, VerdictCounts counts) {
        for (var verdict : counts.verdicts()) {
            gauge.dataPoint(sample(labels.add("verdict", verdict.word()), counts.of(verdict)));
        }
        return gauge.build();
    }

    private static GaugeSnapshot waivers(ReportModel story, RecordHeader.Environment here, Labels labels) {
        var terms = story.decision().terms();
        var gauge = gauge(
                "regcontract_waiver_days_left", "Days for which a waiver still holds; negative once it has expired.");
        terms.policy().waivers().stream()
                .filter(waiver -> waiver.environments().contains(here.policyName()))
                .forEach(waiver -> gauge.dataPoint(sample(
                        labels.merge(Labels.of("waiver", label(waiver.id()), "owner", label(waiver.owner()))),
                        (double) waiver.daysLeft(terms.asOf()))));
        return gauge.build();
    }

    static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    static GaugeDataPointSnapshot sample(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    static String label(String text) {
        return ServiceText.onOneLine(TruncatedText.text(text, LONGEST_LABEL));
    }
}
