package io.regcontract.contract;

import java.util.List;

/** Reads {@code checks.yaml}. */
final class PromisesFile {

    private PromisesFile() {}

    static List<Promise> read() {
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
