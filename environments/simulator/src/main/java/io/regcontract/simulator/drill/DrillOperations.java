package io.regcontract.simulator.drill;

import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.Operations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The operations of the API, for drills to say at which of them they can show. */
public final class DrillOperations {

    private final List<OperationDeclaration> declarations;

    /** @param operations those of the API */
    public DrillOperations(Operations operations) {
        declarations = operations.all().stream().map(Operation::declaration).toList();
    }

    /** The paths of all operations. */
    public Set<String> all() {
        return where(each -> true);
    }

    /** The paths of the operations that take a form of credentials. */
    public Set<String> taking(CredentialForm form) {
        return where(each -> each.credentials().contains(form));
    }

    /** The paths of the operations that declare something. */
    public Set<String> where(Predicate<OperationDeclaration> condition) {
        return declarations.stream()
                .filter(condition)
                .map(OperationDeclaration::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Operations by their paths.
     *
     * @throws IllegalArgumentException when the API has no such operation
     */
    public Set<String> at(String... paths) {
        var wanted = Set.of(paths);
        var known = where(each -> wanted.contains(each.path()));
        if (known.size() < wanted.size()) {
            var missing = new TreeSet<>(wanted);
            missing.removeAll(known);
            throw new IllegalArgumentException("no operation has the path of " + missing);
        }
        return known;
    }
}
