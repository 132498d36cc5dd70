package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.AccessType;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.schema.Visibility;

/**
 * What a caller may see and write of the records of a type: what the access schemas say of the client whose rights
 * count, for its own credentials or for a person's token.
 */
public record Rights(Visibility reading, Visibility writing) {

    /** The rights of a caller. */
    public static Rights of(OperationCall call, String typeName) {
        var caller = call.caller();
        if (caller.token().isPresent()) {
            return ofPerson(call.application(), call.client(), typeName);
        }
        if (caller.creation().isPresent()) {
            return ofCreation(call.application(), call.client(), typeName);
        }
        var schemas = call.application().accessSchemas();
        return new Rights(
                schemas.of(typeName, call.client(), AccessType.READ),
                schemas.of(typeName, call.client(), AccessType.WRITE));
    }

    /**
     * The rights of the bearer of a creation token. It stands for the client that it was issued to, at the one thing
     * it is for: what was set for the client holds, and otherwise a record may be created with all its attributes.
     */
    public static Rights ofCreation(Application application, Client client, String typeName) {
        var schemas = application.accessSchemas();
        return new Rights(
                schemas.of(typeName, client, AccessType.READ),
                schemas.set(typeName, client, AccessType.WRITE).orElse(Visibility.EVERYTHING));
    }

    /**
     * Whether an access schema of a client itself, where one was set, allows all of this.
     */
    public boolean isWithinSchemasOf(Application application, Client client, String typeName) {
        var schemas = application.accessSchemas();
        return schemas.set(typeName, client, AccessType.READ)
                        .filter(own -> !reading.isWithin(own))
                        .isEmpty()
                && schemas.set(typeName, client, AccessType.WRITE)
                        .filter(own -> !writing.isWithin(own))
                        .isEmpty();
    }

    /** The rights of a client that acts for a person. */
    public static Rights ofPerson(Application application, Client client, String typeName) {
        var schemas = application.accessSchemas();
        return new Rights(
                schemas.of(typeName, client, AccessType.READ_WITH_TOKEN),
                schemas.of(typeName, client, AccessType.WRITE_WITH_TOKEN));
    }
}
