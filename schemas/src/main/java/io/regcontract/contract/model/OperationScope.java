package io.regcontract.contract.model;

import io.regcontract.contract.text.Wildcard;
import java.util.List;

/**
 * The operations that a service implements. The service itself implements all; what stands in its place may implement a part,
 * and says nothing about the rest.
 *
 * <pre>{@code
 * var scope = OperationScope.of(List.of("/entity", "/oauth/*"));
 * scope.holds("/oauth/token");    // true
 * scope.holds("/entity.create");  // false
 * }</pre>
 *
 * @param globs paths, or patterns of paths with {@code *} and {@code ?}, as they were written; empty for all operations
 */
public record OperationScope(List<String> globs) {

    /** Every operation. */
    public static final OperationScope ALL = new OperationScope(List.of());

    public OperationScope {
        globs = List.copyOf(globs);
    }

    /** The operations that one of the patterns means; all when there is no pattern. */
    public static OperationScope of(List<String> globs) {
        return new OperationScope(globs);
    }

    /** Whether it is all operations. */
    public boolean all() {
        return globs.isEmpty();
    }

    /** Whether an operation is among them, by its path with the leading slash. */
    public boolean holds(String path) {
        return all() || globs.stream().anyMatch(glob -> means(glob, path));
    }

    /** Whether a pattern means a path. The leading slash of a pattern may be left out. */
    public static boolean means(String glob, String path) {
        return Wildcard.of(glob)
                .filter(pattern -> pattern.matches(path) || (path.length() > 1 && pattern.matches(path.substring(1))))
                .isPresent();
    }

    /**
     * Whether the operation of a requirement is among them.
     *
     * @param requirement an id, such as {@code REG-361.entity-create.duplicate-value}
     * @param operations those of the contract
     */
    public boolean holds(String requirement, Operations operations) {
        var parts = requirement.split("\\.", -1);
        return all()
                || (parts.length == 3
                        && operations.all().stream()
                                .filter(operation -> operation.slug().equals(parts[1]))
                                .anyMatch(operation -> holds(operation.path())));
    }
}
