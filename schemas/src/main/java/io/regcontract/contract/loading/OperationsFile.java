package io.regcontract.contract.loading;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import io.regcontract.contract.model.ParameterType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads {@code operations.yaml}. */
public final class OperationsFile {

    private static final String REQUIRED = "always, no, or one of unless, with, oneOf";

    private OperationsFile() {}

    public static Operations read() {
        JsonNode file = ContractFiles.yaml("operations.yaml");
        String where = "contract/operations.yaml";
        Map<ParameterType.Kind, ParameterType> types = ParameterTypesFile.read();
        List<Operations.CommonError> everywhere =
                DataReader.each(
                                where + " everyOperation",
                                file.path("everyOperation").path("errors"),
                                "code")
                        .stream()
                        .map(each -> new Operations.CommonError(
                                knownError(each),
                                each.node().has("needs")
                                        ? each.constant("needs", Operations.Needs.class)
                                        : Operations.Needs.NOTHING))
                        .toList();
        List<Operation> operations = DataReader.each(where, file.path("operations"), "path").stream()
                .map(each -> new Operation(
                        each.text("path"),
                        each.texts("methods"),
                        each.text("group"),
                        each.text("api"),
                        each.objects("parameters").stream()
                                .map(parameter -> parameter(parameter, types))
                                .toList(),
                        new LinkedHashSet<>(each.constants("credentials", Operation.Credential.class)),
                        new LinkedHashSet<>(each.constants("features", Operation.Feature.class)),
                        each.constant("allowList", Operation.AllowList.class),
                        each.objects("errors").stream()
                                .map(OperationsFile::knownError)
                                .toList(),
                        each.texts("source"),
                        each.constant("evidence", Operation.Evidence.class),
                        each.texts("notes")))
                .toList();
        return new Operations(operations, everywhere);
    }

    private static Operation.KnownError knownError(DataReader each) {
        return new Operation.KnownError(
                each.integer("code"),
                each.constant("evidence", Operation.ErrorEvidence.class),
                each.text("condition", ""));
    }

    private static Operation.Parameter parameter(DataReader each, Map<ParameterType.Kind, ParameterType> types) {
        return new Operation.Parameter(
                each.text("name"),
                types.get(each.constant("type", ParameterType.Kind.class)),
                each.texts("values"),
                new Operation.Range(
                        each.integer("least", Long.MIN_VALUE),
                        each.integer("most", Long.MAX_VALUE),
                        each.text("outside", "R-argument")),
                requirement(each),
                each.texts("conflicts"),
                each.text("note", ""));
    }

    private static Operation.Requirement requirement(DataReader each) {
        JsonNode required = each.node().path("required");
        if (required.isString()) {
            return switch (required.stringValue()) {
                case "always" -> new Operation.Requirement.Always();
                case "contested" -> new Operation.Requirement.Contested();
                case "no" -> new Operation.Requirement.No();
                default -> throw each.broken("required", REQUIRED);
            };
        }
        DataReader choice = new DataReader(each.where() + " required", required);
        if (required.has("unless")) {
            return new Operation.Requirement.Unless(choice.texts("unless"));
        }
        if (required.has("with")) {
            return new Operation.Requirement.With(choice.texts("with"));
        }
        if (required.has("oneOf")) {
            return new Operation.Requirement.OneOf(choice.text("oneOf"));
        }
        throw each.broken("required", REQUIRED);
    }
}
