package io.regcontract.suite.tenant;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.transport.CallBlockedException;
import java.util.Map;

/**
 * An API client of the application, and the calls it can make. Makes calls, sends none.
 *
 * @param id its client id
 * @param credential how it says who it is
 */
public record Client(String id, Credential credential) {

    /**
     * Its secret.
     *
     * @throws IllegalStateException when it calls by its id alone
     */
    public String secret() {
        if (credential instanceof Credential.Basic basic) {
            return basic.secret();
        }
        throw new IllegalStateException("client " + id + " has no secret");
    }

    /** A call of this client without parameters. */
    public Call call(String operation) {
        return Call.to(operation, credential);
    }

    /** Adds a record of a type with one attribute. */
    public Call create(EntityType type, String attribute, Object value) {
        return call("/entity.create")
                .with("type_name", type.name())
                .with("attributes", Json.of(Map.of(attribute, value)));
    }

    /** Writes one attribute of a record. */
    public Call update(Entity record, String attribute, Object value) {
        return of("/entity.update", record).with("attributes", Json.of(Map.of(attribute, value)));
    }

    /**
     * Any operation on one record.
     *
     * @throws CallBlockedException when the record is one that exists, and nothing tells its uuid
     */
    public Call of(String operation, Entity record) {
        if (record.uuid().isEmpty()) {
            throw new CallBlockedException(
                    CallBlockedException.Reason.OUT_OF_SCOPE,
                    "it takes the uuid of an account, which fixtures.accounts of the profile does not tell and no"
                            + " operation in scope finds");
        }
        return call(operation).with("type_name", record.type()).with("uuid", record.uuid());
    }
}
