package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.FeatureGroup;

/** An operation whose declaration is always the same. */
public abstract class DeclaredOperation implements Operation {

    private final OperationDeclaration declaration;

    /** @param declaration what stands before the operation */
    protected DeclaredOperation(OperationDeclaration.Builder declaration) {
        this.declaration = declaration.build();
    }

    @Override
    public final OperationDeclaration declaration() {
        return declaration;
    }

    /** The beginning of a declaration of an operation that changes something. */
    protected static OperationDeclaration.Builder writing(String path, FeatureGroup group) {
        return OperationDeclaration.writing(path, group);
    }

    /** The beginning of a declaration of an operation that only looks. */
    protected static OperationDeclaration.Builder reading(String path, FeatureGroup group) {
        return OperationDeclaration.reading(path, group);
    }
}
