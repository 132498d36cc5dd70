package io.regcontract.contract.loading;

import io.regcontract.contract.model.Promise;
import java.util.List;

/** Reads {@code checks.yaml}. */
public final class PromisesFile {

    private PromisesFile() {}

    public static List<Promise> read() {
        return DataReader.each(
                        "contract/checks.yaml",
                        ContractFiles.yaml("checks.yaml").path("checks"),
                        "id")
                .stream()
                .map(each -> new Promise(
                        each.text("id"),
                        each.constant("weight", Promise.Weight.class),
                        each.constant("applies", Promise.Applies.class)))
                .toList();
    }
}
