package io.regcontract.simulator.operation.access;

import io.regcontract.simulator.application.AccessType;
import io.regcontract.simulator.application.Client;
import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.record.Visibility;
import java.util.Map;
import java.util.Optional;

/**
 * The client that a token or code is issued to. Owners may issue to any client. Who has the feature {@code access_issuer}
 * may issue to others too, and nobody gives away more than he has: neither a feature that he lacks, but for the one of
 * login clients, nor what an access schema of his hides.
 */
final class Recipient {

    /** What a token lets its bearer do, and the schema that limits the issuer in the same. */
    private static final Map<AccessType, AccessType> LIMITS =
            Map.of(AccessType.READ_WITH_TOKEN, AccessType.READ, AccessType.WRITE_WITH_TOKEN, AccessType.WRITE);

    private Recipient() {}

    /**
     * The client that {@code for_client_id} names, or else the caller.
     *
     * @param typeName the type of the records that the token is about
     * @throws io.regcontract.simulator.error.Refusal 200 when there is no client of that id, 403 when the caller may not
     *     issue to it
     */
    static Client in(Call call, String typeName) {
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
                        && seesNoMoreThan(call, issuer, recipient, typeName));
        if (!permitted) {
            throw ErrorCode.CLIENT_PERMISSION_ERROR.because(
                    "the provided client does not have authorization to issue anything to that client");
        }
        return recipient;
    }

    private static boolean hasNoMoreThan(Client issuer, Client recipient) {
        return recipient.features().stream()
                .allMatch(feature ->
                        feature == Feature.LOGIN_CLIENT || issuer.features().contains(feature));
    }

    private static boolean seesNoMoreThan(Call call, Client issuer, Client recipient, String typeName) {
        var schemas = call.application().accessSchemas();
        return LIMITS.entrySet().stream().allMatch(limit -> {
            Optional<Visibility> own = schemas.set(typeName, issuer, limit.getValue());
            return own.isEmpty()
                    || schemas.of(typeName, recipient, limit.getKey()).isWithin(own.get());
        });
    }
}
