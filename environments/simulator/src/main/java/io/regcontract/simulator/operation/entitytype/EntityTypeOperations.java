package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations on schemas. */
public final class EntityTypeOperations {

    private EntityTypeOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new AddAttribute(),
                new CreateEntityType(),
                new DeleteEntityType(),
                new GetEntityType(),
                new ListEntityTypes(),
                new RemoveAttribute(),
                ChangeAttribute.constraints(),
                new SetPasswordSettings(),
                new AddProperty(),
                new AddRule(),
                ChangeAttribute.description(),
                new GetAccessSchema(),
                ListProperties.all(),
                ListProperties.rules(),
                RemoveProperty.any(),
                RemoveProperty.rule(),
                new RenameAttribute(),
                new SetAccessSchema());
    }
}
