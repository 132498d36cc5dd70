package io.regcontract.suite.ledger;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.CallBlockedException.Reason;
import io.regcontract.suite.transport.CallInterceptor;
import java.util.Optional;
import java.util.Set;

/**
 * Blocks calls that would change resources the run did not create: the clients it authenticates as, foreign
 * entity types with their records, and accounts that exist for it. It decides from the call alone, because a call that is expected to fail may succeed
 * on a broken service.
 */
final class OwnershipGuard implements CallInterceptor {

    private static final Set<String> OF_A_CLIENT = Set.of(
            "/clients/set_description",
            "/clients/set_features",
            "/clients/set_whitelist",
            "/clients/clear_whitelist",
            "/clients/reset_secret");

    private static final Set<String> OF_A_TYPE = Set.of(
            "/entity.bulkDelete",
            "/entity.purge",
            "/entityType.delete",
            "/entityType.removeAttribute",
            "/entityType.renameAttribute",
            "/entityType.setAttributeConstraints",
            "/entityType.setAttributeDescription",
            "/entityType.addRule",
            "/entityType.removeRule",
            "/entityType.addProperty",
            "/entityType.removeProperty",
            "/entityType.setPasswordSettings",
            "/entityType.setAccessSchema");

    private final ResourceDetector detector;
    private final Set<String> clients;
    private final boolean accountsExist;

    /**
     * @param clients the ids of those the suite speaks as
     * @param accountsExist whether scenarios get accounts that the run did not make
     */
    OwnershipGuard(ResourceDetector detector, Set<String> clients, boolean accountsExist) {
        this.detector = detector;
        this.clients = Set.copyOf(clients);
        this.accountsExist = accountsExist;
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        if (OF_A_CLIENT.contains(call.operation())) {
            // Where no client is named, the one that calls is meant.
            refuse(
                    parameter(call, "for_client_id")
                            .or(() -> call.credential().client())
                            .filter(clients::contains),
                    call,
                    "the client ");
        }
        if (call.operation().equals("/clients/delete")) {
            refuse(parameter(call, "client_id_for_deletion").filter(clients::contains), call, "the client ");
        }
        if (OF_A_TYPE.contains(call.operation())) {
            refuse(parameter(call, "type_name").filter(type -> !detector.isOwnName(type)), call, "the entity type ");
        }
        if (accountsExist && call.operation().equals("/entity.delete")) {
            // Whose record it is cannot always be told from the call, such as from a token.
            refuse(parameter(call, "type_name").filter(ResourceDetector.USER::equals), call, "a record of the type ");
        }
        return CallInterceptor.CallScope.NO_OP;
    }

    private static void refuse(Optional<String> target, Call call, String what) {
        target.ifPresent(name -> {
            throw new CallBlockedException(
                    Reason.NOT_OURS,
                    "it takes " + call.operation() + " on " + what + name + ", which this run did not make");
        });
    }

    private static Optional<String> parameter(Call call, String name) {
        return Optional.ofNullable(call.parameters().get(name)).filter(value -> !value.isBlank());
    }
}
