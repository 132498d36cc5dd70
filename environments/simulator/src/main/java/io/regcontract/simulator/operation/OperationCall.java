package io.regcontract.simulator.operation;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Arguments;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.credential.Caller;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.EntityType;
import java.net.InetAddress;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A call that has passed all checks before its operation.
 *
 * @param abandoned whether the caller has hung up by now; expensive to ask
 */
public record OperationCall(
        Application application, Caller caller, InetAddress address, Arguments arguments, BooleanSupplier abandoned) {

    /** The client that calls, or for which the token of the caller was issued. */
    public Client client() {
        return caller.client().orElseThrow(() -> new IllegalStateException("this operation is for clients only"));
    }

    /**
     * The client that an argument names.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 200 when there is none of that id
     */
    public Client client(String argument) {
        return application
                .clients()
                .find(arguments.text(argument))
                .orElseThrow(() -> ArgumentRules.invalid(argument, argument + " is not a valid id"));
    }

    /**
     * The client that {@code for_client_id} names, or else the caller.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 200 when there is none of that id
     */
    public Client targetClient() {
        return arguments.has("for_client_id") ? client("for_client_id") : client();
    }

    /**
     * The records of the type that {@code type_name} names.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 222 when there is no such type
     */
    public RecordRepository records() {
        return application.entityTypes().records(arguments.text("type_name"));
    }

    /**
     * The type that {@code type_name} names.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 222 when there is no such type
     */
    public EntityType entityType() {
        return records().type();
    }

    /** The time by the application's clock. */
    public Instant now() {
        return application.now();
    }
}
