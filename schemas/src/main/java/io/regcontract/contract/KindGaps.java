package io.regcontract.contract;

import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.loading.DataReader;
import io.regcontract.contract.loading.Lazy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each kind of environment is expected to lack, and why: {@code kinds.yaml}. It belongs to the contract, since the gate
 * excuses no more than that, whatever a record says.
 */
public final class KindGaps {

    private static final Lazy<KindGaps> READ = new Lazy<>(KindGaps::new);

    private final Map<String, Map<String, String>> reasons = new LinkedHashMap<>();

    private KindGaps() {
        for (var entry : DataReader.each("contract/kinds.yaml", ContractFiles.yaml("kinds.yaml"), "capability")) {
            for (var kind : entry.texts("kinds")) {
                reasons.computeIfAbsent(kind, any -> new LinkedHashMap<>())
                        .put(entry.text("capability"), entry.text("reason"));
            }
        }
    }

    /** Those that come with this version. */
    public static KindGaps load() {
        return READ.get();
    }

    /** The capabilities that a kind is expected to lack, by their names, each with the reason. */
    public Map<String, String> of(String kind) {
        return Collections.unmodifiableMap(reasons.getOrDefault(kind, Map.of()));
    }
}
