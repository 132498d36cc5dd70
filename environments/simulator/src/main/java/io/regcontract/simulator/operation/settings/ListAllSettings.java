package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Everything that is set: by each client itself, and by the application. */
final class ListAllSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/get_all", FeatureGroup.SETTINGS)
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var settings = call.application().settings();
        var ofClients = Json.object();
        for (var client : call.application().clients().all()) {
            var own = ofClients.putObject(client.id());
            settings.ofClient(client.id()).forEach(own::put);
        }
        var defaults = Json.object();
        settings.defaults().forEach(defaults::put);
        return Answer.of("client_settings", ofClients).with("default_settings", defaults);
    }
}
