package io.regcontract.contract.openapi;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What an operation is called where a path cannot stand: in operation ids, names of schemas and requirement ids. */
final class OperationNames {

    private static final Pattern SEPARATED = Pattern.compile("[^A-Za-z0-9]+([A-Za-z0-9])");

    private final Map<String, String> byPath = new HashMap<>();

    OperationNames(Operations operations) {
        var taken = new HashMap<String, String>();
        for (var operation : operations) {
            var path = operation.path();
            var name = camelCase(path.substring(1));
            // Two spellings of one path have one name in camel case.
            byPath.put(path, taken.putIfAbsent(name, path) == null ? name : name + "BySecondSpelling");
        }
    }

    /** {@code /entity.create} as {@code entityCreate}; unique. */
    String id(Operation operation) {
        var name = byPath.get(operation.path());
        if (name == null) {
            throw new IllegalArgumentException("no operation of this contract: " + operation.path());
        }
        return name;
    }

    /** {@code /entity.create} as {@code EntityCreate}; unique. */
    String type(Operation operation) {
        var name = id(operation);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code /entityType.addAttribute} as {@code entity-type-add-attribute}, the second part of requirement ids. */
    static String inRequirements(Operation operation) {
        return operation.slug();
    }

    private static String camelCase(String path) {
        return SEPARATED.matcher(path).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
