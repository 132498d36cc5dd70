package io.regcontract.drill.judge;

import io.regcontract.contract.Contract;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.MetError;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which errors can come from the operations that were called, and which of them came. */
final class CoverageTable {

    /** Below it, a number is no code of the API: drills of the transport have none. */
    private static final int LOWEST_CODE = 100;

    /**
     * They need a call that names the application by its id or its host, and the journal does not say which did: they
     * count where they came.
     */
    private static final Set<Integer> OF_NAMED_APPLICATIONS = Set.of(221, 224);

    private final Contract contract;
    private final Trial trial;
    private final Set<String> called;

    CoverageTable(Contract contract, Trial trial) {
        this.contract = contract;
        this.trial = trial;
        this.called = trial.journal().operations().stream()
                .filter(operation -> operation.calls() > 0)
                .map(CalledOperation::operation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<CodeCoverage> codes() {
        var operations = new TreeMap<Integer, Set<String>>();
        for (var drill : trial.offered()) {
            for (var operation : drill.operations()) {
                if (drill.code() >= LOWEST_CODE
                        && !OF_NAMED_APPLICATIONS.contains(drill.code())
                        && called.contains(operation)) {
                    operations
                            .computeIfAbsent(drill.code(), code -> new TreeSet<>())
                            .add(operation);
                }
            }
        }
        for (var met : trial.journal().errors()) {
            operations.computeIfAbsent(met.code(), code -> new TreeSet<>()).add(met.operation());
        }
        return operations.entrySet().stream()
                .map(entry -> coverage(entry.getKey(), entry.getValue()))
                .toList();
    }

    private CodeCoverage coverage(int code, Set<String> operations) {
        var met = trial.journal().errors().stream()
                .filter(error -> error.code() == code)
                .toList();
        long times = met.stream().mapToLong(MetError::times).sum();
        long byDrill = met.stream().mapToLong(MetError::byDrill).sum();
        long byWorld = met.stream().mapToLong(MetError::byWorld).sum();
        var drills = trial.offered().stream()
                .filter(drill -> drill.code() == code)
                .map(OfferedDrill::name)
                .sorted()
                .toList();
        return new CodeCoverage(
                code,
                name(code, met),
                standing(code, times, byDrill + byWorld),
                operations.stream()
                        .sorted(Comparator.comparing((String operation) -> met.stream()
                                        .noneMatch(error -> error.operation().equals(operation)))
                                .thenComparing(Comparator.naturalOrder()))
                        .toList(),
                drills,
                times,
                byDrill,
                byWorld,
                met.stream().mapToLong(MetError::byCaller).sum(),
                lastToken(met));
    }

    private Standing standing(int code, long times, long byOthers) {
        if (times == 0) {
            return Standing.NEVER_MET;
        }
        boolean storm = trial.reactions().stream()
                .anyMatch(reaction -> FindingNames.isStorm(reaction.rule())
                        && reaction.code().isPresent()
                        && reaction.code().getAsInt() == code);
        if (storm) {
            return Standing.ANSWERED_BY_A_STORM;
        }
        return byOthers > 0 ? Standing.MET : Standing.CAUSED_BY_THE_CALLER;
    }

    private String name(int code, List<MetError> met) {
        return contract.find(code)
                .map(error -> error.name())
                .or(() -> met.stream().map(MetError::error).findFirst())
                .orElse("");
    }

    private static Optional<String> lastToken(List<MetError> met) {
        return met.stream()
                .sorted((one, other) -> other.last().compareTo(one.last()))
                .flatMap(error -> Stream.ofNullable(error.requestToken().orElse(null)))
                .findFirst();
    }
}
