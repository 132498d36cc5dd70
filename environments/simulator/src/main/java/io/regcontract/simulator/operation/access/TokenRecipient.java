package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.Rights;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.token.Grant;

/**
 * The client that a token or code is issued to. Owners may issue to any client. A client with the feature {@code
 * access_issuer} may issue to others as well, but not more than it has itself: no feature that it lacks, except the
 * one of login clients, and nothing that its access schema hides.
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
     * @throws io.regcontract.simulator.error.ApiErrorException 200 when there is no client of that id, 403 when the
     *     caller may not issue to it
     */
    static Client in(OperationCall call, String typeName, Given given) {
        var issuer = call.client();
        var recipient = call.targetClient();
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

    /**
     * The grant, of the client that a token or code is issued to, for the record that the call selects.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException as {@link #in}; 310 when the record is not there
     */
    static Grant grant(OperationCall call) {
        var key = SelectedRecord.of(call).key();
        return call.application()
                .tokens()
                .grant(in(call, key.typeName(), Rights::ofPerson).id(), key);
    }

    private static boolean hasNoMoreThan(Client issuer, Client recipient) {
        return recipient.features().stream()
                .allMatch(feature ->
                        feature == Feature.LOGIN_CLIENT || issuer.features().contains(feature));
    }
}
