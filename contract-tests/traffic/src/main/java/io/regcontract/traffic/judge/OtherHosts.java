package io.regcontract.traffic.judge;

import io.regcontract.traffic.scope.ApiScope;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hosts of foreign exchanges, so that a wrong {@code --host} can be told from traffic of something else. */
final class OtherHosts {

    private static final int MOST_TOLD = 20;

    /** A file may name a host of its own in each line. */
    private static final int MOST_KEPT = 1_000;

    private final Map<String, long[]> hosts = new LinkedHashMap<>();

    void add(ApiScope.Place.Foreign place) {
        var name = place.authority();
        if (name.isEmpty() || (hosts.size() >= MOST_KEPT && !hosts.containsKey(name))) {
            return;
        }
        var counts = hosts.computeIfAbsent(name, any -> new long[2]);
        counts[0]++;
        counts[1] += place.likeAnOperation() ? 1 : 0;
    }

    /** Those with calls like the API's first, then the most frequent. */
    List<TrafficSummary.OtherHost> all() {
        return hosts.entrySet().stream()
                .map(host -> new TrafficSummary.OtherHost(host.getKey(), host.getValue()[0], host.getValue()[1]))
                .sorted(Comparator.comparingLong(TrafficSummary.OtherHost::likeOperations)
                        .thenComparingLong(TrafficSummary.OtherHost::exchanges)
                        .reversed())
                .limit(MOST_TOLD)
                .toList();
    }
}
