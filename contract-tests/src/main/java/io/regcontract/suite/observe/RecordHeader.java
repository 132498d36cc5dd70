package io.regcontract.suite.observe;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.environment.Capability;
import io.regcontract.environment.MissingCapability;
import io.regcontract.environment.NotDrivableCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run record begins with.
 *
 * @param runId the run
 * @param attempt which attempt at it
 * @param contract the digest of the contract that it is held against
 * @param environment where it runs
 * @param shard which part of the run
 * @param seed what the order of execution comes from
 * @param catalogue the ids of every requirement of the suite
 * @param selection the part of it that the run set out to observe, in words; empty for all
 */
public record RecordHeader(
        String runId,
        String attempt,
        String contract,
        Environment environment,
        Shard shard,
        long seed,
        Set<String> catalogue,
        String selection) {

    /** Where a run runs, as far as a report needs to know. */
    public record Environment(
            String name,
            String kind,
            String dialect,
            String baseAddress,
            Set<Capability> capabilities,
            OperationScope operations,
            List<String> acceptedErrata,
            List<String> acceptedReadings,
            List<NotDrivableCode> expectedNotDrivable,
            List<MissingCapability> expectedLacking) {

        /** An environment of which only the name is known. */
        public static Environment unknown(String name) {
            return new Environment(
                    name.matches("[A-Za-z0-9-]{1,60}") ? name : "unnamed",
                    "simulator",
                    "documented",
                    "unknown",
                    Set.of(),
                    OperationScope.ALL,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    Map<String, Object> line(Instant startedAt) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "header");
        line.put("format", "regcontract/observation/2");
        line.put("runId", runId);
        line.put("attempt", attempt);
        line.put("contract", contract);
        line.put("startedAt", startedAt.toString());
        line.put("environment", described());
        line.put("shard", Map.of("index", shard.index(), "total", shard.total()));
        line.put("seed", seed);
        line.put("catalogue", new TreeSet<>(catalogue));
        line.put(
                "selection",
                Map.of("complete", selection.isEmpty(), "description", selection.isEmpty() ? "all" : selection));
        var version = RecordHeader.class.getPackage().getImplementationVersion();
        line.put(
                "tool",
                Map.of(
                        "version",
                        version == null ? "development" : version,
                        "java",
                        Runtime.version().toString()));
        return line;
    }

    private Map<String, Object> described() {
        var described = new LinkedHashMap<String, Object>();
        described.put("name", environment.name());
        described.put("kind", environment.kind().toLowerCase(Locale.ROOT));
        described.put("dialect", environment.dialect().toLowerCase(Locale.ROOT));
        described.put("baseAddress", environment.baseAddress());
        described.put(
                "capabilities",
                environment.capabilities().stream().map(Enum::name).sorted().toList());
        if (!environment.operations().all()) {
            described.put("operations", environment.operations().globs());
        }
        described.put("acceptedErrata", environment.acceptedErrata());
        described.put("acceptedReadings", environment.acceptedReadings());
        described.put(
                "expectedNotDrivable",
                environment.expectedNotDrivable().stream()
                        .map(expected -> Map.of("code", expected.code(), "reason", expected.reason()))
                        .toList());
        if (!environment.expectedLacking().isEmpty()) {
            described.put(
                    "expectedLacking",
                    environment.expectedLacking().stream()
                            .map(lacking ->
                                    Map.of("capability", lacking.capability().name(), "reason", lacking.reason()))
                            .toList());
        }
        return described;
    }
}
