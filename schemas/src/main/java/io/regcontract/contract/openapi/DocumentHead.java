package io.regcontract.contract.openapi;

import io.regcontract.contract.Contract;
import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands at the top: what this is, where the service is, the groups of operations. */
final class DocumentHead {

    private static final int SHORT_DIGEST = 12;

    private static final Map<String, String> GROUPS = Map.of(
            "clients", "API clients: who may call, with what secret, from where.",
            "settings", "Settings of clients and of the application.",
            "entity", "Records.",
            "entityType", "Entity types: what records are made of, and who may read and write what.",
            "access", "Tokens and codes for a record.",
            "oauth", "What people do: sign in, register, change their profile.",
            "versions", "Records and entity types as they were.");

    private DocumentHead() {}

    static ObjectNode info(Contract contract, OpenApiDialect dialect) {
        var info = Json.object();
        info.put("title", "Registration APIs of the Akamai Identity Cloud, with their errors");
        info.put("version", "1+" + contract.digest().substring(0, SHORT_DIGEST));
        info.put("summary", "What each operation takes, and each error that can come from it.");
        info.put(
                "description",
                "Made from the error contract of regcontract, in our own words; it is no document of the vendor.\n\n"
                        + "Nearly all errors come with HTTP 200, so a status tells little: an answer is a success when its"
                        + " stat is ok, and otherwise an error whose code and error say which. x-contract names what proves"
                        + " each error, and how it is known.\n\n"
                        + switch (dialect) {
                            case DOCUMENTED -> "Dialect documented: errors to the letter of the documentation.";
                            case OBSERVED ->
                                "Dialect observed: errors as the real service was recorded (errata "
                                        + String.join(", ", dialect.errata())
                                        + "), with codes that no list has.";
                        });
        info.putObject("license").put("name", "Apache 2.0").put("identifier", "Apache-2.0");
        var extension = info.putObject("x-contract").put("dialect", dialect.word());
        extension.put("digest", contract.digest());
        extension.set("errata", Json.texts(dialect.errata()));
        return info;
    }

    static ArrayNode servers() {
        var servers = Json.array();
        var tenant = servers.addObject()
                .put("url", "https://{application}.janraincapture.com")
                .put(
                        "description",
                        "An application of the service, by the first part of its host; some have a region behind it.");
        tenant.putObject("variables").putObject("application").put("default", "application");
        servers.addObject().put("url", "http://127.0.0.1:8080").put("description", "The simulator on this machine.");
        return servers;
    }

    static ArrayNode tags(Operations operations) {
        var tags = Json.array();
        operations.all().stream().map(Operation::group).distinct().forEach(group -> {
            var description = GROUPS.get(group);
            if (description == null) {
                throw new ContractDataException("contract/operations.yaml: group " + group + " has no description");
            }
            tags.addObject().put("name", group).put("description", description);
        });
        return tags;
    }
}
