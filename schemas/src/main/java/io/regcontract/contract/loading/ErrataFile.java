package io.regcontract.contract.loading;

import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.ErratumEffect;
import java.util.List;

/** Reads {@code errata.yaml}. */
public final class ErrataFile {

    private ErrataFile() {}

    public static List<Erratum> read() {
        return DataReader.each(
                        "contract/errata.yaml",
                        ContractFiles.yaml("errata.yaml").path("errata"),
                        "id")
                .stream()
                .map(each -> new Erratum(
                        each.text("id"),
                        each.text("title"),
                        each.constant("kind", Erratum.Kind.class),
                        each.integers("codes"),
                        each.texts("operations"),
                        each.text("documented"),
                        each.text("observed"),
                        each.texts("evidence"),
                        each.texts("readings"),
                        each.objects("effects").stream().map(ErrataFile::effect).toList()))
                .toList();
    }

    private static ErratumEffect effect(DataReader each) {
        String check = each.text("check");
        List<Integer> codes = each.integers("codes");
        List<String> operations = each.texts("operations");
        String pointer = each.text("pointer", "");
        return each.node().has("field")
                ? new ErratumEffect.OtherField(check, codes, operations, pointer, each.text("field"))
                : new ErratumEffect.OtherValue(check, codes, operations, pointer, each.texts("accept"));
    }
}
