package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.AccessType;
import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.Client;
import io.regcontract.simulator.record.Visibility;

/**
 * What a caller may see and write of the records of a type: what the access schemas say of the client whose rights count,
 * for its own credentials or for a person's token.
 */
public record Rights(Visibility reading, Visibility writing) {

    /**
     * The rights of a caller. A creation token stands for the client that it was issued to, at the one thing it is for:
     * what was set for the client holds, and otherwise a record may be created with all its attributes.
     */
    public static Rights of(Call call, String typeName) {
        var caller = call.caller();
        if (caller.token().isPresent()) {
            return ofPerson(call.application(), call.client(), typeName);
        }
        var schemas = call.application().accessSchemas();
        var reading = schemas.of(typeName, call.client(), AccessType.READ);
        return caller.creation().isPresent()
                ? new Rights(
                        reading,
                        schemas.set(typeName, call.client(), AccessType.WRITE).orElse(Visibility.EVERYTHING))
                : new Rights(reading, schemas.of(typeName, call.client(), AccessType.WRITE));
    }

    /** The rights of a client that acts for a person. */
    public static Rights ofPerson(Application application, Client client, String typeName) {
        var schemas = application.accessSchemas();
        return new Rights(
                schemas.of(typeName, client, AccessType.READ_WITH_TOKEN),
                schemas.of(typeName, client, AccessType.WRITE_WITH_TOKEN));
    }
}
