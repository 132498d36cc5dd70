package io.regcontract.contract.openapi;

import io.regcontract.contract.KnownRequirements;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.KnownError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code x-contract} of an operation: what OpenAPI has no word for, and the ids of the requirements that prove each error. */
final class OperationExtension {

    private static final String SECOND_SPELLING = "second-spelling-";

    /** By {@code REG-361.entity-create}. */
    private final Map<String, TreeSet<String>> requirements =
            KnownRequirements.load().in(KnownRequirements.Scope.OPERATIONS).stream()
                    .collect(Collectors.groupingBy(
                            id -> id.substring(0, id.lastIndexOf('.')),
                            TreeMap::new,
                            Collectors.toCollection(TreeSet::new)));

    ObjectNode of(Operation operation, List<KnownError> errors) {
        var extension = Json.object().put("evidence", word(operation.evidence()));
        extension.set("credentials", words(operation.credentials()));
        extension.set(
                "features",
                Json.texts(operation.features().stream()
                        .map(feature -> feature.name().toLowerCase(Locale.ROOT))
                        .toList()));
        extension.put("allowList", word(operation.allowList()));
        if (!operation.notes().isEmpty()) {
            extension.set("notes", Json.texts(operation.notes()));
        }
        extension.set("sources", Json.texts(operation.sources()));
        var byCode = extension.putObject("errors");
        for (var error : errors) {
            var known = byCode.putObject(Integer.toString(error.code())).put("evidence", word(error.evidence()));
            if (!error.condition().isEmpty()) {
                known.put("condition", error.condition());
            }
            var ids = requirements(operation, error.code());
            if (!ids.isEmpty()) {
                known.set("requirements", Json.texts(ids));
            }
        }
        var inside = inside(operation, errors);
        if (!inside.isEmpty()) {
            extension.set("errorsInsideASuccess", inside);
        }
        return extension;
    }

    /** By code, the requirements about errors that come among the results of a success alone. */
    private ObjectNode inside(Operation operation, List<KnownError> errors) {
        var byCode = Json.object();
        for (var code : ErrorCode.values()) {
            var ids = requirements(operation, code.code());
            if (!ids.isEmpty() && errors.stream().noneMatch(error -> error.code() == code.code())) {
                byCode.putObject(Integer.toString(code.code())).set("requirements", Json.texts(ids));
            }
        }
        return byCode;
    }

    private List<String> requirements(Operation operation, int code) {
        var prefix = "REG-" + code + "." + OperationNames.inRequirements(operation);
        // Two spellings of a path share the first parts of their ids, and the cases of the second say so.
        var underscored =
                operation.path().startsWith("/access/") && operation.path().contains("_");
        return requirements.getOrDefault(prefix, new TreeSet<>()).stream()
                .filter(id -> id.startsWith(SECOND_SPELLING, prefix.length() + 1) == underscored)
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ArrayNode words(Set<? extends Enum<?>> constants) {
        return Json.texts(constants.stream().map(OperationExtension::word).toList());
    }
}
