package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.setting.PublishedSettings;
import java.util.ArrayList;
import java.util.List;

/** Published settings in arguments and answers. */
final class PublishedSettingsArguments {

    private PublishedSettingsArguments() {}

    /** What {@code for_client_id} and {@code version} name, the latest without a version. 200 when there is none. */
    static PublishedSettings version(OperationCall call) {
        var wanted = call.arguments().find("version");
        return call.application().publications().of(call.targetClient().id()).stream()
                .filter(published -> wanted.map(published.version()::equals).orElse(true))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> wanted.isPresent()
                        ? ArgumentRules.invalid("version", "unknown version")
                        : ArgumentRules.invalid("for_client_id", "the client has published no settings"));
    }

    static OperationResult answer(PublishedSettings published) {
        var results = Json.object();
        published.values().forEach(results::put);
        results.put("janrain_settings_version", published.version());
        return OperationResult.of("results", results);
    }

    /** The files of a client: the latest settings as JSON and as a script, and every version. */
    static List<String> files(OperationCall call, String clientId) {
        var versions = call.application().publications().of(clientId);
        var files = new ArrayList<String>();
        if (!versions.isEmpty()) {
            files.add(folder(call, clientId) + ".json");
            files.add(folder(call, clientId) + ".js");
        }
        versions.forEach(published -> files.add(file(call, published)));
        return files;
    }

    static String file(OperationCall call, PublishedSettings published) {
        return folder(call, published.clientId()) + "/" + published.version() + ".json";
    }

    private static String folder(OperationCall call, String clientId) {
        return "/widget_data/settings/" + call.application().name() + "/" + clientId;
    }
}
