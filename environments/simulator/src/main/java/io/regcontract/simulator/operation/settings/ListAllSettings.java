package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Everything that is set: by each client itself, and by the application. */
final class ListAllSettings implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.reading(
                    "/settings/get_all", FeatureGroup.SETTINGS)
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var settings = call.application().settings();
        var ofClients = Json.object();
        for (var client : call.application().clients().all()) {
            var own = ofClients.putObject(client.id());
            settings.ofClient(client.id()).forEach(own::put);
        }
        var defaults = Json.object();
        settings.defaults().forEach(defaults::put);
        return OperationResult.of("client_settings", ofClients).with("default_settings", defaults);
    }
}
