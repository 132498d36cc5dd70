package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.scenario.Requirement;
import io.regcontract.suite.tenant.Client;
import io.regcontract.suite.tenant.Tenant;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A family whose requirements follow from the operations: one change about a call that would succeed. */
abstract class DerivedFamily extends ErrorFamily {

    final Contract contract;
    final PrototypeCalls prototypes;

    DerivedFamily(Contract contract, PrototypeCalls prototypes) {
        this.contract = contract;
        this.prototypes = prototypes;
    }

    /** Hands over each operation that has a prototype. */
    final void forEachOperation(BiConsumer<Operation, Function<Tenant, Call>> derive) {
        contract.operations().forEach(operation -> {
            prototypes.of(operation).ifPresent(prototype -> derive.accept(operation, prototype));
        });
    }

    /**
     * Begins a requirement of an operation, with the reading by which its code was chosen, where that is the source.
     */
    final ErrorFamily.RequirementBuilder derive(
            int code, String slug, Operation operation, String condition, String source) {
        var builder = prove(
                        ErrorCode.of(code).orElseThrow(),
                        isSecondSpelling(operation) ? "second-spelling-" + slug : slug)
                .on(operation.path())
                .when(condition)
                .citing(source)
                .needs(prototypes.needs(operation));
        var reading = source.replaceFirst("[;:, ].*", "");
        return contract.reading(reading)
                        .filter(known -> known.codes().contains(code))
                        .isPresent()
                ? builder.readAs(reading)
                : builder;
    }

    /** Two spellings of one path look the same in an id: the case tells them apart. */
    private boolean isSecondSpelling(Operation operation) {
        var part = Requirement.slugOf(operation.path());
        return contract.operations().all().stream()
                .filter(other -> Requirement.slugOf(other.path()).equals(part))
                .findFirst()
                .filter(first -> !first.path().equals(operation.path()))
                .isPresent();
    }

    /** A text as a part of an id: lower-case words with hyphens. */
    static String slug(String text) {
        return text.replaceAll("([a-z])([A-Z])", "$1-$2")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The credential with which a client calls the operation: by its id alone where that is what it takes. */
    static Credential credential(Operation operation, Client client) {
        return byIdAlone(operation) ? new Credential.ClientIdOnly(client.id()) : client.credential();
    }

    /** Whether a client calls the operation by its id alone; a signature with a refresh secret may accompany it. */
    static boolean byIdAlone(Operation operation) {
        return operation.credentials().contains(Operation.Credential.CLIENT_ID_ONLY)
                || operation.credentials().contains(Operation.Credential.REFRESH_SECRET);
    }

    /** The name of a feature on the wire. */
    static String wire(Operation.Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT);
    }
}
