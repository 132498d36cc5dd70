package io.regcontract.contract.loading;

import io.regcontract.contract.model.Reading;
import java.util.List;

/** Reads {@code readings.yaml}. */
public final class ReadingsFile {

    private ReadingsFile() {}

    public static List<Reading> read() {
        return DataReader.each(
                        "contract/readings.yaml",
                        ContractFiles.yaml("readings.yaml").path("readings"),
                        "id")
                .stream()
                .map(each -> new Reading(
                        each.text("id"),
                        each.text("between"),
                        each.text("rule"),
                        each.integers("codes"),
                        each.objects("alternatives").stream()
                                .map(alternative -> new Reading.Alternative(
                                        alternative.integer("code"),
                                        alternative.integers("accept"),
                                        alternative.texts("operations"),
                                        alternative.text("when")))
                                .toList(),
                        each.text("source"),
                        each.constant("sure", Reading.Confidence.class)))
                .toList();
    }
}
