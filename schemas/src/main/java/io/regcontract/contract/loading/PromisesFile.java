package io.regcontract.contract.loading;

import io.regcontract.contract.model.Promise;
import java.util.List;

/** Reads {@code checks.yaml}. */
public final class PromisesFile {

    private PromisesFile() {}

    /** What is promised of every error answer. */
    public static List<Promise> read() {
        return list("checks");
    }

    /** What is asked of recorded traffic besides. */
    public static List<Promise> ofTraffic() {
        return list("traffic");
    }

    private static List<Promise> list(String key) {
        return DataReader.each(
                        "contract/checks.yaml",
                        ContractFiles.yaml("checks.yaml").path(key),
                        "id")
                .stream()
                .map(each -> new Promise(
                        each.text("id"),
                        each.constant("weight", Promise.Weight.class),
                        each.constant("applies", Promise.Applies.class)))
                .toList();
    }
}
