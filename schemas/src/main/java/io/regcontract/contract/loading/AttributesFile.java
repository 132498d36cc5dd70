package io.regcontract.contract.loading;

import io.regcontract.contract.model.AttributeConstraint;
import io.regcontract.contract.model.AttributeType;
import io.regcontract.contract.model.Attributes;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import java.util.LinkedHashSet;
import tools.jackson.databind.JsonNode;

/** Reads {@code attributes.yaml}. */
public final class AttributesFile {

    private static final String WHERE = "contract/attributes.yaml";

    private AttributesFile() {}

    public static Attributes read() {
        JsonNode file = ContractFiles.yaml("attributes.yaml");
        return new Attributes(
                DataReader.each(WHERE, file.path("types"), "name").stream()
                        .map(AttributesFile::type)
                        .toList(),
                DataReader.each(WHERE, file.path("constraints"), "name").stream()
                        .map(each -> constraint(each.text("name"), each))
                        .toList(),
                constraint("length", new DataReader(WHERE + " length", file.path("length"))),
                DataReader.each(WHERE + " reserved", file.path("reserved"), "name").stream()
                        .map(each -> each.text("name"))
                        .toList());
    }

    private static AttributeType type(DataReader each) {
        return new AttributeType(
                each.text("name"),
                new LinkedHashSet<>(each.constants("json", AttributeType.JsonType.class)),
                each.constant("format", AttributeType.Format.class),
                each.truth("length"),
                each.truth("declared"),
                each.texts("constraints"),
                each.texts("right"),
                each.objects("wrong").stream().map(DataReader::wrongValue).toList(),
                each.texts("source"),
                each.texts("notes"));
    }

    private static AttributeConstraint constraint(String name, DataReader each) {
        return new AttributeConstraint(
                name,
                ErrorCode.of(each.integer("code")).orElseThrow(() -> each.broken("code", "a documented code")),
                each.text("description"),
                each.constant("evidence", Operation.ErrorEvidence.class),
                each.texts("right"),
                each.texts("wrong"),
                each.texts("source"));
    }
}
