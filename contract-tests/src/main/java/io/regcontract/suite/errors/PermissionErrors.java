package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.CLIENT_PERMISSION_ERROR;
import static io.regcontract.contract.model.ErrorCode.INVALID_CLIENT_CREDENTIALS;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Client;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Tenant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** 402, 403: who a client is, and what it may do from where. */
final class PermissionErrors extends ErrorFamily {

    /** A client and an entity type. */
    private record Reader(Client client, EntityType type) {}

    {
        prove(INVALID_CLIENT_CREDENTIALS, "unknown-client")
                .on("/clients/list")
                .when("no client has the id")
                .readAs("R-credentials")
                .given(tenant -> tenant.application().ownerSecret())
                .drive((tenant, secret) -> tenant.owner()
                        .call("/clients/list")
                        .as(new Credential.Basic(tenant.uniqueName("nobody"), secret)))
                .twin((tenant, secret) -> tenant.owner().call("/clients/list"));

        prove(INVALID_CLIENT_CREDENTIALS, "wrong-secret")
                .on("/clients/list")
                .when("the client's secret is another")
                .readAs("R-credentials")
                .given(tenant -> tenant.secret("WRONG_SECRET", tenant.uniqueName("not-the-secret")))
                .drive((tenant, wrong) -> tenant.owner()
                        .call("/clients/list")
                        .as(new Credential.Basic(tenant.owner().id(), wrong)))
                .twin((tenant, wrong) -> tenant.owner().call("/clients/list"));

        almost(
                "secret-cut-short",
                "the client's secret lacks its last character",
                secret -> secret.substring(0, secret.length() - 1));
        almost("secret-too-long", "the client's secret has one character more", secret -> secret + "x");
        almost(
                "secret-in-capitals",
                "the client's secret is written in capitals",
                secret -> secret.toUpperCase(Locale.ROOT));

        prove(INVALID_CLIENT_CREDENTIALS, "wrong-secret-in-parameters")
                .on("/entity.count")
                .when("the secret among the parameters is another")
                .readAs("R-credentials")
                .given(tenant -> tenant.types().create(string("badge")))
                .drive((tenant, type) -> tenant.owner()
                        .call("/entity.count")
                        .with("type_name", type.name())
                        .as(new Credential.Parameters(
                                tenant.owner().id(),
                                tenant.secret("WRONG_SECRET", tenant.uniqueName("not-the-secret")))))
                .twin((tenant, type) -> tenant.owner()
                        .call("/entity.count")
                        .with("type_name", type.name())
                        .as(new Credential.Parameters(
                                tenant.owner().id(), tenant.application().ownerSecret())));

        prove(CLIENT_PERMISSION_ERROR, "feature-missing")
                .on("/entity.create")
                .when("the client may read but not write")
                .readAs("R-client")
                .given(tenant -> new Reader(
                        tenant.client("direct_read_access"), tenant.types().create(string("badge"))))
                .drive((tenant, reader) -> reader.client().create(reader.type(), "badge", "7"))
                .undo((tenant, reader) -> tenant.setFeatures(reader.client(), "direct_access"));

        prove(CLIENT_PERMISSION_ERROR, "feature-missing")
                .on("/clients/list")
                .when("a client without the owner feature asks for the clients")
                .readAs("R-client")
                .given(tenant -> tenant.client("direct_access"))
                .drive((tenant, client) -> client.call("/clients/list"))
                .undo((tenant, client) -> tenant.setFeatures(client, "owner"));

        prove(CLIENT_PERMISSION_ERROR, "address-not-allowed")
                .on("/entity.count")
                .when("the caller's address is not on the client's allow list")
                .readAs("R-client")
                .given(tenant -> {
                    var client = tenant.client("owner");
                    tenant.perform(tenant.owner()
                            .call("/clients/set_whitelist")
                            .with("for_client_id", client.id())
                            .with("whitelist", "[\"203.0.113.7/32\"]"));
                    return new Reader(client, tenant.types().create(string("badge")));
                })
                .drive((tenant, reader) -> reader.client()
                        .call("/entity.count")
                        .with("type_name", reader.type().name()))
                .undo((tenant, reader) -> tenant.perform(tenant.owner()
                        .call("/clients/clear_whitelist")
                        .with("for_client_id", reader.client().id())));

        // A network that ends just before the caller's address, and one that holds it: only a simulator's caller is
        // known.
        prove(CLIENT_PERMISSION_ERROR, "next-network")
                .on("/entity.count")
                .when("the allow list has the network beside the caller's")
                .readAs("R-client")
                .needs(Capability.OWN_APPLICATION)
                .given(tenant -> {
                    var client = tenant.client("owner");
                    tenant.perform(allow(tenant, client, "127.0.0.2/31"));
                    return new Reader(client, tenant.types().create(string("badge")));
                })
                .drive((tenant, reader) -> reader.client()
                        .call("/entity.count")
                        .with("type_name", reader.type().name()))
                .undo((tenant, reader) -> tenant.perform(allow(tenant, reader.client(), "127.0.0.0/31")));
    }

    /** A secret that is almost right must be refused. */
    private void almost(String slug, String condition, UnaryOperator<String> change) {
        prove(INVALID_CLIENT_CREDENTIALS, slug)
                .on("/clients/list")
                .when(condition)
                .readAs("R-credentials")
                .given(tenant -> tenant.client("owner"))
                .drive((tenant, client) -> client.call("/clients/list")
                        .as(new Credential.Basic(client.id(), change.apply(client.secret()))))
                .twin((tenant, client) -> client.call("/clients/list"));
    }

    private static Call allow(Tenant tenant, Client client, String network) {
        return tenant.owner()
                .call("/clients/set_whitelist")
                .with("for_client_id", client.id())
                .with("whitelist", "[\"" + network + "\"]");
    }
}
