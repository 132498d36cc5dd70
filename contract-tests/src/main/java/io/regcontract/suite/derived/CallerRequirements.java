package io.regcontract.suite.derived;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.AllowList;
import io.regcontract.contract.model.Operation.Feature;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.signing.RequestSigner;
import io.regcontract.suite.tenant.Client;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.tenant.TenantAccounts;
import java.time.Duration;
import java.util.function.Function;

/** 205, 402, 403: each form of credentials that an operation does not take, and each client that may not call it. */
final class CallerRequirements extends DerivedFamily {

    private static final String READING = "R-credentials";

    /** A call, and the client that is to make it. */
    private record CallByClient(Call call, Client client) {}

    CallerRequirements(Contract contract, PrototypeCalls prototypes) {
        super(contract, prototypes);
        forEachOperation((operation, prototype) -> {
            var forms = operation.credentials();
            if (forms.isEmpty() || forms.contains(Operation.Credential.NONE)) {
                return;
            }
            unsupported(operation, prototype);
            unknown(operation, prototype);
            for (var feature : Feature.values()) {
                if (!operation.features().isEmpty() && !operation.features().contains(feature)) {
                    notAllowed(operation, prototype, feature);
                }
            }
            if (operation.allowList() == AllowList.YES) {
                elsewhere(operation, prototype);
            }
        });
    }

    private void unsupported(Operation operation, Function<Tenant, Call> prototype) {
        refused(operation, prototype, "no-credentials", "nobody says who is calling", tenant -> new Credential.None());
        refused(
                operation,
                prototype,
                "unknown-scheme",
                "the Authorization header has a scheme nobody agreed on",
                tenant -> new Credential.Scheme("Digest", "username=\"nobody\""));
        var accepted = operation.credentials();
        // An operation with a parameter access_token would have it twice.
        if (!accepted.contains(Operation.Credential.OAUTH_TOKEN)
                && operation.parameter("access_token").isEmpty()) {
            refused(
                    operation,
                    prototype,
                    "access-token",
                    "an access token comes where it is not taken",
                    tenant -> new Credential.OAuthHeader(tenant.tokens()
                            .accessToken(tenant.accounts().create().entity())));
            refused(
                    operation,
                    prototype,
                    "access-token-in-parameter",
                    "an access token among the parameters comes where it is not taken",
                    tenant -> new Credential.TokenParameter(
                            "access_token",
                            tenant.tokens()
                                    .accessToken(tenant.accounts().create().entity())));
        }
        if (!accepted.contains(Operation.Credential.CREATION_TOKEN)) {
            refused(
                    operation,
                    prototype,
                    "creation-token",
                    "a creation token comes where it is not taken",
                    tenant -> new Credential.TokenParameter(
                            "creation_token", tenant.tokens().creationToken(TenantAccounts.TYPE, 600)));
        }
        if (!byIdAlone(operation)) {
            refused(
                    operation,
                    prototype,
                    "client-id-alone",
                    "a client names itself and proves nothing",
                    tenant -> new Credential.ClientIdOnly(tenant.owner().id()));
        }
        // An operation that asks for the id alone treats client_secret like any other parameter.
        if (!accepted.contains(Operation.Credential.BASIC)) {
            refused(
                    operation,
                    prototype,
                    "basic",
                    "id and secret come in a header that is not taken",
                    tenant -> tenant.owner().credential());
        }
        // Where both Basic and the id alone are accepted, the scheme makes the header a credential.
        if (accepted.contains(Operation.Credential.BASIC) && byIdAlone(operation)) {
            refused(
                    operation,
                    prototype,
                    "basic",
                    "id and secret come in a header without the word Basic",
                    tenant -> new Credential.WithoutScheme(
                            tenant.owner().id(), tenant.owner().secret()));
        }
        if (!accepted.contains(Operation.Credential.SIGNATURE)) {
            refused(
                    operation,
                    prototype,
                    "signature",
                    "a signature comes where it is not taken",
                    tenant -> signature(tenant, tenant.owner().secret(), Duration.ZERO));
        }
    }

    private void refused(
            Operation operation,
            Function<Tenant, Call> prototype,
            String slug,
            String condition,
            Function<Tenant, Credential> credential) {
        derive(205, slug, operation, condition, READING)
                .given(prototype)
                .drive((tenant, call) -> call.as(credential.apply(tenant)))
                .twin((tenant, call) -> call);
    }

    private void unknown(Operation operation, Function<Tenant, Call> prototype) {
        derive(402, "unknown-client", operation, "no client has the id", READING)
                .given(prototype)
                .drive((tenant, call) -> call.as(
                        byIdAlone(operation)
                                ? new Credential.ClientIdOnly(tenant.uniqueName("nobody"))
                                : new Credential.Basic(
                                        tenant.uniqueName("nobody"),
                                        tenant.accounts().newPassword())))
                .twin((tenant, call) -> call);
        var accepted = operation.credentials();
        if (accepted.contains(Operation.Credential.BASIC)) {
            derive(402, "wrong-secret", operation, "the client's secret is another", READING)
                    .given(prototype)
                    .drive((tenant, call) -> call.as(new Credential.Basic(
                            tenant.owner().id(), tenant.accounts().newPassword())))
                    .twin((tenant, call) -> call);
        }
        if (accepted.contains(Operation.Credential.PARAMETERS)) {
            derive(402, "wrong-secret-in-parameters", operation, "the secret among the parameters is another", READING)
                    .given(prototype)
                    .drive((tenant, call) -> call.as(new Credential.Parameters(
                            tenant.owner().id(), tenant.accounts().newPassword())))
                    .twin((tenant, call) -> call.as(new Credential.Parameters(
                            tenant.owner().id(), tenant.owner().secret())));
        }
        if (accepted.contains(Operation.Credential.SIGNATURE)) {
            derive(402, "wrong-signature", operation, "the signature was made with another secret", READING)
                    .given(prototype)
                    .drive((tenant, call) ->
                            call.as(signature(tenant, tenant.accounts().newPassword(), Duration.ZERO)))
                    .twin((tenant, call) ->
                            call.as(signature(tenant, tenant.owner().secret(), Duration.ZERO)));
            derive(402, "old-signature", operation, "the signature was made a day ago", READING)
                    .given(prototype)
                    .drive((tenant, call) ->
                            call.as(signature(tenant, tenant.owner().secret(), Duration.ofDays(1))))
                    .twin((tenant, call) ->
                            call.as(signature(tenant, tenant.owner().secret(), Duration.ZERO)));
        }
        if (accepted.contains(Operation.Credential.REFRESH_SECRET)) {
            derive(402, "wrong-signature", operation, "the signature was made with another secret", READING)
                    .given(prototype)
                    .drive((tenant, call) -> call.with(
                            "signature",
                            RequestSigner.signature(
                                    "another text", tenant.accounts().newPassword())))
                    .twin((tenant, call) -> call);
        }
    }

    private static Credential signature(Tenant tenant, String secret, Duration age) {
        return new Credential.Signature(tenant.owner().id(), secret, age);
    }

    private void notAllowed(Operation operation, Function<Tenant, Call> prototype, Feature feature) {
        derive(403, "as-" + slug(wire(feature)), operation, "the client's one feature is " + wire(feature), "R-client")
                .given(tenant -> prototypes
                        .byClient(operation)
                        .map(call -> {
                            var client = tenant.client(allowed(operation));
                            var by = new CallByClient(call.apply(tenant, client), client);
                            tenant.setFeatures(client, wire(feature));
                            return by;
                        })
                        .orElseGet(() -> by(operation, prototype, tenant, tenant.client(wire(feature)))))
                .drive((tenant, by) -> by.call())
                .undo((tenant, by) -> tenant.setFeatures(by.client(), allowed(operation)));
    }

    private void elsewhere(Operation operation, Function<Tenant, Call> prototype) {
        derive(403, "from-elsewhere", operation, "the caller's address is not on the client's allow list", "R-client")
                .given(tenant -> {
                    var client = tenant.client(allowed(operation));
                    var by = by(operation, prototype, tenant, client);
                    tenant.allowFrom(client, "203.0.113.7/32");
                    return by;
                })
                .drive((tenant, by) -> by.call())
                .undo((tenant, by) -> tenant.allowFromAnywhere(by.client()));
    }

    private static CallByClient by(
            Operation operation, Function<Tenant, Call> prototype, Tenant tenant, Client client) {
        return new CallByClient(prototype.apply(tenant).as(credential(operation, client)), client);
    }

    private static String allowed(Operation operation) {
        return wire(operation.features().iterator().next());
    }
}
