package io.regcontract.simulator.operation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of the API by path. */
public final class Operations {

    private final Map<String, Operation> byPath = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when two operations have one path */
    public Operations(Collection<? extends Collection<Operation>> groups) {
        groups.forEach(group -> group.forEach(operation -> {
            var path = operation.declaration().path();
            if (byPath.put(path, operation) != null) {
                throw new IllegalArgumentException("two operations have the path " + path);
            }
        }));
    }

    /** The operation at a path; one slash at its end, as apps in use send it, makes no difference. */
    public Optional<Operation> at(String path) {
        var known = byPath.get(path);
        return known == null && path.endsWith("/")
                ? Optional.ofNullable(byPath.get(path.substring(0, path.length() - 1)))
                : Optional.ofNullable(known);
    }

    /** All operations. */
    public List<Operation> all() {
        return List.copyOf(byPath.values());
    }
}
