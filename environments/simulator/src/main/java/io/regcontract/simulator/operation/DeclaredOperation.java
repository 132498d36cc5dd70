package io.regcontract.simulator.operation;

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
}
