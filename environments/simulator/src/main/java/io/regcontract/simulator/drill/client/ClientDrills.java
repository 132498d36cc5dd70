package io.regcontract.simulator.drill.client;

import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillOperations;
import io.regcontract.simulator.operation.OperationDeclaration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The drills of clients. */
public final class ClientDrills {

    private static final Set<CredentialForm> WITH_SECRET =
            EnumSet.of(CredentialForm.BASIC, CredentialForm.CLIENT_PARAMETERS, CredentialForm.SIGNATURE);

    private ClientDrills() {}

    /** All of them; of those that lead to one code, the plainest first. */
    public static List<Drill> all(DrillOperations operations) {
        var byClients =
                operations.where(each -> takesSecret(each) || each.credentials().contains(CredentialForm.CLIENT_ID));
        return List.of(
                new ClientSecretRotated(operations.where(ClientDrills::takesSecret)),
                new ClientDeleted(byClients),
                new RefreshSecretReplaced(operations.at("/oauth/refresh_access_token")),
                new ClientFeaturesTaken(
                        operations.where(each -> !each.features().isEmpty())),
                new ClientAddressRefused(operations.where(each -> takesSecret(each) && each.respectsAllowList())));
    }

    private static boolean takesSecret(OperationDeclaration operation) {
        return operation.credentials().stream().anyMatch(WITH_SECRET::contains);
    }
}
