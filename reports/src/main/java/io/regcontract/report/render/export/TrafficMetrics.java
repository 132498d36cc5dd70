package io.regcontract.report.render.export;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.regcontract.report.traffic.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much traffic was judged, and how old it is, for Prometheus. */
final class TrafficMetrics {

    private TrafficMetrics() {}

    static List<GaugeSnapshot> of(Traffic traffic, Labels labels) {
        var metrics = new ArrayList<GaugeSnapshot>();
        metrics.add(exchanges(traffic, labels));
        metrics.add(operations(traffic, labels));
        time(
                        "regcontract_traffic_from_time_seconds",
                        "When the first judged exchange took place.",
                        traffic.from(),
                        labels)
                .ifPresent(metrics::add);
        time("regcontract_traffic_to_time_seconds", "When the last judged exchange took place.", traffic.to(), labels)
                .ifPresent(metrics::add);
        return metrics;
    }

    private static GaugeSnapshot exchanges(Traffic traffic, Labels labels) {
        var gauge = PrometheusMetrics.gauge("regcontract_traffic_exchanges", "Recorded exchanges by what they are.");
        gauge.dataPoint(PrometheusMetrics.sample(labels.add("is", "success"), (double) traffic.successes()));
        gauge.dataPoint(PrometheusMetrics.sample(labels.add("is", "failure"), (double) traffic.failures()));
        gauge.dataPoint(PrometheusMetrics.sample(labels.add("is", "foreign"), (double) traffic.foreign()));
        gauge.dataPoint(PrometheusMetrics.sample(labels.add("is", "unjudged"), (double) traffic.unjudgedCount()));
        return gauge.build();
    }

    private static GaugeSnapshot operations(Traffic traffic, Labels labels) {
        var gauge = PrometheusMetrics.gauge("regcontract_traffic_failures", "Answers with an error, by operation.");
        traffic.operations()
                .forEach(one -> gauge.dataPoint(PrometheusMetrics.sample(
                        labels.add("operation", PrometheusMetrics.label(one.path())), (double) one.failures())));
        return gauge.build();
    }

    private static Optional<GaugeSnapshot> time(String name, String help, Optional<Instant> at, Labels labels) {
        return at.map(moment -> PrometheusMetrics.gauge(name, help + " In seconds since 1970.")
                .dataPoint(PrometheusMetrics.sample(labels, (double) moment.getEpochSecond()))
                .build());
    }
}
