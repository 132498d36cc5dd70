package io.regcontract.pair.compare;

import io.regcontract.contract.Contract;
import io.regcontract.pair.half.Half;
import io.regcontract.report.judge.Judgement;
import java.util.HashMap;
import java.util.Map;

/** The paths of the operations of requirements: from the records, and else from their ids. */
final class OperationNames {

    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> bySlug = new HashMap<>();

    OperationNames(Half... halves) {
        Contract.load().operations().all().forEach(operation -> bySlug.put(operation.slug(), operation.path()));
        for (var half : halves) {
            for (Judgement judgement : half.judgements().values()) {
                judgement
                        .observation()
                        .ifPresent(seen -> byId.putIfAbsent(
                                judgement.requirement(), seen.requirement().operation()));
            }
        }
    }

    String of(String id) {
        var parts = id.split("\\.", -1);
        return byId.getOrDefault(id, parts.length == 3 ? bySlug.getOrDefault(parts[1], parts[1]) : "");
    }
}
