package io.regcontract.suite.derived;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Tenant;
import java.util.Map;
import java.util.Optional;

/** The ways in which the attributes of a record are written. */
enum WriteOperation {
    CREATE("/entity.create", true) {
        @Override
        Call call(Tenant tenant, EntityType type, Map<String, Object> held) {
            return tenant.owner().call(operation()).with("type_name", type.name());
        }
    },
    BULK_CREATE("/entity.bulkCreate", true) {
        @Override
        Call call(Tenant tenant, EntityType type, Map<String, Object> held) {
            return tenant.owner().call(operation()).with("type_name", type.name());
        }

        @Override
        Call with(Call call, String attributes) {
            return call.with("all_attributes", "[" + attributes + "]");
        }

        @Override
        Optional<String> element() {
            return Optional.of("/results/0");
        }
    },
    UPDATE("/entity.update", false) {
        @Override
        Call call(Tenant tenant, EntityType type, Map<String, Object> held) {
            return tenant.owner().of(operation(), type.entity(held));
        }

        @Override
        boolean writesAll() {
            return false;
        }
    },
    REPLACE("/entity.replace", false) {
        @Override
        Call call(Tenant tenant, EntityType type, Map<String, Object> held) {
            return tenant.owner().of(operation(), type.entity(held));
        }
    };

    private final String operation;
    private final boolean makesNew;

    WriteOperation(String operation, boolean makesNew) {
        this.operation = operation;
        this.makesNew = makesNew;
    }

    /** Its path. */
    String operation() {
        return operation;
    }

    /** Whether what is written did not exist before. */
    boolean makesNew() {
        return makesNew;
    }

    /** Whether an attribute that is not named loses its value, or never gets one. */
    boolean writesAll() {
        return true;
    }

    /** The JSON pointer to the error of one record in the answer; empty if the error is the answer. */
    Optional<String> element() {
        return Optional.empty();
    }

    /** The call without the attributes. An existing record that it writes to holds the given values. */
    abstract Call call(Tenant tenant, EntityType type, Map<String, Object> held);

    /** The call with attributes, as JSON text. */
    Call with(Call call, String attributes) {
        return call.with("attributes", attributes);
    }
}
