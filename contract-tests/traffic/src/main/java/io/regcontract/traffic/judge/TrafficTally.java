package io.regcontract.traffic.judge;

import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.traffic.TimeSpan;
import io.regcontract.traffic.TrafficVerdict.Kind;
import io.regcontract.traffic.redaction.SampleMaker;
import io.regcontract.traffic.request.ApiCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what was seen. Not thread-safe. */
final class TrafficTally {

    private static final int MOST_HOSTS = 20;
    private static final String MORE_ERRORS = "traffic.more-errors";
    private static final String NOT_ALL_JUDGED = "it holds more than " + ErrorPart.MOST_AMONG_RESULTS
            + " errors among its results, and those behind were not judged";

    private final TrafficCatalogue catalogue;
    private final SampleMaker samples;
    private final SortedMap<String, PairTally> pairs = new TreeMap<>();
    private final Map<String, Counted> unjudged = new LinkedHashMap<>();
    private final SortedMap<String, long[]> operations = new TreeMap<>();
    private final SortedMap<RemarkKey, Counted> remarks = new TreeMap<>();
    private final SortedMap<String, Map<RemarkKey, Counted>> withoutCredentials = new TreeMap<>();
    private final Set<String> sourcesWithCredentials = new HashSet<>();
    private final Set<String> hosts = new TreeSet<>();
    private final OtherHosts otherHosts = new OtherHosts();
    private final TimeSpan seen = new TimeSpan();
    private long exchanges;
    private long foreign;
    private long judged;

    TrafficTally(TrafficCatalogue catalogue, SampleMaker samples) {
        this.catalogue = catalogue;
        this.samples = samples;
    }

    private record RemarkKey(String operation, String rule, String sentence) implements Comparable<RemarkKey> {
        @Override
        public int compareTo(RemarkKey other) {
            return (operation + " " + rule + " " + sentence)
                    .compareTo(other.operation + " " + other.rule + " " + other.sentence);
        }
    }

    /** How often something was seen, and where first. */
    private static final class Counted {
        private final String first;
        private long count;

        Counted(String first) {
            this.first = first;
        }

        static Counted and(Counted one, Counted other) {
            var both = new Counted(one.first);
            both.count = one.count + other.count;
            return both;
        }
    }

    void add(JudgedExchange exchange) {
        exchanges++;
        if (exchange.kind == Kind.FOREIGN) {
            foreign++;
            exchange.foreign.ifPresent(otherHosts::add);
            return;
        }
        exchange.call.ifPresent(call -> calls(call.operation().path())[0]++);
        if (exchange.kind == Kind.UNJUDGED) {
            count(unjudged, exchange.unjudged, exchange.exchange.place());
            return;
        }
        judged++;
        var call = exchange.call.orElseThrow();
        calls(call.operation().path())[exchange.kind == Kind.SUCCESS ? 1 : 2]++;
        if (hosts.size() < MOST_HOSTS) {
            hosts.add(call.address().authority());
        }
        exchange.exchange.at().ifPresent(seen::add);
        remark(exchange, call);
        exchange.examined.forEach(examined -> catalogue
                .pair(
                        examined.part().named().error().code().code(),
                        call.operation().path())
                .ifPresent(pair -> pairs.computeIfAbsent(pair.id(), id -> new PairTally(samples))
                        .add(exchange, examined)));
    }

    private void remark(JudgedExchange exchange, ApiCall call) {
        var place = exchange.exchange.place();
        var source = sourceOf(place);
        if (!sourcesWithCredentials.contains(source) && call.credentials().areSecretIn(call.parameters())) {
            sourcesWithCredentials.add(source);
        }
        if (exchange.hasMoreErrors) {
            count(remarks, new RemarkKey(call.operation().path(), MORE_ERRORS, NOT_ALL_JUDGED), place);
        }
        for (var broken : exchange.broken) {
            var key = new RemarkKey(call.operation().path(), broken.rule().id(), broken.sentence());
            // Browsers leave credentials out of what they save: a file without any tells nothing of who called.
            count(
                    broken.rule() == RequestRule.CREDENTIALS
                            ? withoutCredentials.computeIfAbsent(source, any -> new TreeMap<>())
                            : remarks,
                    key,
                    place);
        }
    }

    /** The place without the number at its end. */
    private static String sourceOf(String place) {
        int end = place.length();
        while (end > 0 && Character.isDigit(place.charAt(end - 1))) {
            end--;
        }
        return place.substring(0, end);
    }

    private SortedMap<RemarkKey, Counted> allRemarks() {
        var all = new TreeMap<>(remarks);
        withoutCredentials.forEach((source, counts) -> {
            if (sourcesWithCredentials.contains(source)) {
                counts.forEach((key, told) -> all.merge(key, told, Counted::and));
            }
        });
        return all;
    }

    private long[] calls(String operation) {
        return operations.computeIfAbsent(operation, path -> new long[3]);
    }

    private static <K> void count(Map<K, Counted> counts, K key, String place) {
        counts.computeIfAbsent(key, any -> new Counted(place)).count++;
    }

    TrafficSummary summary(boolean bodies) {
        var results = new TreeMap<String, TrafficSummary.JudgedPair>();
        pairs.forEach((id, tally) ->
                results.put(id, new TrafficSummary.JudgedPair(catalogue.find(id).orElseThrow(), tally.result())));
        var reasons = new ArrayList<TrafficSummary.Unjudged>();
        unjudged.forEach((reason, told) -> reasons.add(new TrafficSummary.Unjudged(reason, told.count, told.first)));
        var called = new ArrayList<TrafficSummary.CalledOperation>();
        operations.forEach((path, counts) ->
                called.add(new TrafficSummary.CalledOperation(path, counts[0], counts[1], counts[2])));
        var remarked = new ArrayList<TrafficSummary.Remark>();
        allRemarks()
                .forEach((key, told) -> remarked.add(new TrafficSummary.Remark(
                        key.operation(), key.rule(), key.sentence(), told.count, told.first)));
        return new TrafficSummary(
                results,
                exchanges,
                foreign,
                judged,
                reasons,
                called,
                remarked,
                List.copyOf(hosts),
                otherHosts.all(),
                seen.first(),
                seen.last(),
                bodies);
    }
}
