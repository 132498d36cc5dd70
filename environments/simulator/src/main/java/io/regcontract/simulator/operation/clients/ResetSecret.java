package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives a client a new secret; the old one works on for as many hours as asked, at most a week. The default of the
 * service is not documented; here the old secret ends at once.
 */
final class ResetSecret extends DeclaredOperation {

    ResetSecret() {
        super(writing("/clients/reset_secret", FeatureGroup.CLIENTS)
                .takes(
                        Parameter.required("for_client_id"),
                        Parameter.optional("hours_to_live").whole(0, 168).orElse("0"))
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient();
        var clients = call.application().clients();
        var until = call.now()
                .plus(Duration.ofHours(call.arguments().whole("hours_to_live").orElseThrow()));
        var changed =
                client.withSecret(clients.newSecret(), Optional.of(new Client.FormerSecret(client.secret(), until)));
        clients.change(changed);
        return OperationResult.of("new_secret", changed.secret());
    }
}
