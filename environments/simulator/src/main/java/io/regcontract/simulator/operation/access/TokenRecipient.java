package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.Rights;

/**
 * The client that a token or code is issued to. Owners may issue to any client. Who has the feature {@code access_issuer}
 * may issue to others too, and nobody gives away more than he has: neither a feature that he lacks, but for the one of
 * login clients, nor what an access schema of his hides.
 */
final class TokenRecipient {

    /** What the bearer of something that is issued to a client may do. */
    interface Given {
        Rights to(Application application, Client client, String typeName);
    }

    private TokenRecipient() {}

    /**
     * The client that {@code for_client_id} names, or else the caller.
     *
     * @param typeName the type of the records that the token is about
     * @param given what its bearer may do
     * @throws io.regcontract.simulator.error.ApiErrorException 200 when there is no client of that id, 403 when the caller may not
     *     issue to it
     */
    static Client in(OperationCall call, String typeName, Given given) {
        var issuer = call.client();
        var recipient = call.arguments()
                .find("for_client_id")
                .map(id -> call.application()
                        .clients()
                        .find(id)
                        .orElseThrow(() -> ArgumentRules.invalid("for_client_id", "for_client_id is not a valid id")))
                .orElse(issuer);
        boolean permitted = issuer.id().equals(recipient.id())
                || issuer.features().contains(Feature.OWNER)
                || (issuer.features().contains(Feature.ACCESS_ISSUER)
                        && hasNoMoreThan(issuer, recipient)
                        && given.to(call.application(), recipient, typeName)
                                .isWithinSchemasOf(call.application(), issuer, typeName));
        if (!permitted) {
            throw SimulatedErrorCode.CLIENT_PERMISSION_ERROR.because(
                    "the provided client does not have authorization to issue anything to that client");
        }
        return recipient;
    }

    private static boolean hasNoMoreThan(Client issuer, Client recipient) {
        return recipient.features().stream()
                .allMatch(feature ->
                        feature == Feature.LOGIN_CLIENT || issuer.features().contains(feature));
    }
}
