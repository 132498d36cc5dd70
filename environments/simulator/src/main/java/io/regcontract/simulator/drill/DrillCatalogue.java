package io.regcontract.simulator.drill;

import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.Operations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All drills that there are. */
public final class DrillCatalogue {

    private final List<Drill> drills;

    /** @param operations those of the API: each drill names the ones at which it can show */
    public DrillCatalogue(Operations operations) {
        var declarations = operations.all().stream().map(Operation::declaration).toList();
        drills = List.of(
                new AccessTokenExpired(
                        paths(declarations, each -> each.credentials().contains(CredentialForm.ACCESS_TOKEN))),
                new Maintenance(paths(declarations, each -> true)));
    }

    /** All of them, by code and then by name. */
    public List<Drill> all() {
        return drills;
    }

    /** The drill of that name. */
    public Optional<Drill> named(String name) {
        return drills.stream()
                .filter(each -> each.description().name().equals(name))
                .findFirst();
    }

    /** The drills that lead to a code, the plainest first. */
    public List<Drill> leadingTo(int code) {
        return drills.stream().filter(each -> each.description().code() == code).toList();
    }

    private static Set<String> paths(
            List<OperationDeclaration> declarations, Predicate<OperationDeclaration> condition) {
        return declarations.stream()
                .filter(condition)
                .map(OperationDeclaration::path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
