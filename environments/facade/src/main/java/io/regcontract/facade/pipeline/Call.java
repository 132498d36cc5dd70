package io.regcontract.facade.pipeline;

import io.regcontract.facade.Fault;
import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.store.ApiClient;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.EntityType;
import io.regcontract.facade.store.Issued;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A call whose caller is known and may make it.
 *
 * @param client who makes it, where a client does
 * @param token with which a person makes it
 * @param faults what is done wrong on purpose
 */
public record Call(
        Application application,
        Optional<ApiClient> client,
        Optional<Issued> token,
        Arguments arguments,
        Set<Fault> faults) {

    /** The time of the application. */
    public Instant now() {
        return application.now();
    }

    /**
     * An entity type of which records are read.
     *
     * @throws Refusal when there is none, or the storage fails
     */
    public EntityType type(String name) {
        var type = application.type(name).orElseThrow(() -> ApiError.UNKNOWN_ENTITY_TYPE
                .because("there is no entity type " + name)
                .with("type_name", name));
        if (application.readsFail()) {
            throw ApiError.UNEXPECTED_ERROR.because("an unexpected error happened");
        }
        return type;
    }

    /**
     * Goes on only where the storage takes what is written.
     *
     * @throws Refusal when it takes nothing
     */
    public void refuseWritesWhereTheyFail() {
        if (application.writesFail()) {
            throw ApiError.UNEXPECTED_ERROR.because("an unexpected error happened");
        }
    }

    /** Whether a fault is on. */
    public boolean does(Fault fault) {
        return faults.contains(fault);
    }
}
