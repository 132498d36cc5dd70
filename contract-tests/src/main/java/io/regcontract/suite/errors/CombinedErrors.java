package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.API_FEATURE_DISABLED;
import static io.regcontract.contract.model.ErrorCode.API_LIMIT_ERROR;
import static io.regcontract.contract.model.ErrorCode.APPLICATION_NOT_FOUND;
import static io.regcontract.contract.model.ErrorCode.AUTHORIZATION_CODE_EXPIRED;
import static io.regcontract.contract.model.ErrorCode.CLIENT_PERMISSION_ERROR;
import static io.regcontract.contract.model.ErrorCode.CONSTRAINT_VIOLATION;
import static io.regcontract.contract.model.ErrorCode.DUPLICATE_ARGUMENT;
import static io.regcontract.contract.model.ErrorCode.INVALID_AUTH_METHOD;
import static io.regcontract.contract.model.ErrorCode.INVALID_CLIENT_CREDENTIALS;
import static io.regcontract.contract.model.ErrorCode.INVALID_CREDENTIALS;
import static io.regcontract.contract.model.ErrorCode.LENGTH_VIOLATION;
import static io.regcontract.contract.model.ErrorCode.MISSING_REQUIRED_ATTRIBUTE;
import static io.regcontract.contract.model.ErrorCode.REDIRECT_URI_MISMATCH;
import static io.regcontract.contract.model.ErrorCode.UNIQUE_VIOLATION;
import static io.regcontract.contract.model.ErrorCode.UNKNOWN_ATTRIBUTE;
import static io.regcontract.contract.model.ErrorCode.UNKNOWN_ENTITY_TYPE;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Client;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * More than one condition holds, on purpose. The page does not say which error comes first: any of them is right, under
 * its own name, and nothing else is.
 */
final class CombinedErrors extends ErrorFamily {

    private static final String ORDER = "R-order";
    private static final String ELSEWHERE = "https://client.example.com/elsewhere";

    private static EntityType badges(Tenant tenant) {
        return tenant.types().create(string("badge"));
    }

    {
        prove(DUPLICATE_ARGUMENT, "id-and-uuid-and-unknown-attribute")
                .alsoHolding(UNKNOWN_ATTRIBUTE)
                .on("/entity.update")
                .when("a record is named twice, and given an attribute its type does not have")
                .readAs(ORDER)
                .given(tenant -> badges(tenant).entity("badge", "7"))
                .drive((tenant, entity) ->
                        tenant.owner().update(entity, "emblem", "8").with("id", Long.toString(entity.id())))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "8"));

        prove(APPLICATION_NOT_FOUND, "empty-host-and-unknown-client")
                .alsoHolding(INVALID_CLIENT_CREDENTIALS)
                .on("/clients/list")
                .when("no application lives on the host, and no client has the id")
                .readAs(ORDER)
                .given(Tenant::hostWithoutApplication)
                .drive((tenant, host) -> tenant.owner()
                        .call("/clients/list")
                        .header(Call.HOST, host)
                        .as(new Credential.Basic(
                                tenant.uniqueName("nobody"), tenant.accounts().newPassword())))
                .twin((tenant, host) -> tenant.owner().call("/clients/list"));

        prove(UNIQUE_VIOLATION, "taken-and-missing")
                .alsoHolding(MISSING_REQUIRED_ATTRIBUTE)
                .on("/entity.create")
                .when("a unique value is taken, and a required attribute is missing")
                .citing("page: 361")
                .given(tenant -> {
                    var type = tenant.types()
                            .create(string("badge").unique(), string("emblem").required());
                    type.entity(Map.of("badge", "7", "emblem", "lion"));
                    return type;
                })
                .drive((tenant, type) -> tenant.owner().create(type, "badge", "7"))
                .twin((tenant, type) -> tenant.owner()
                        .create(type, "badge", "8")
                        .with("attributes", Json.of(Map.of("badge", "8", "emblem", "lion"))));

        prove(LENGTH_VIOLATION, "too-long-and-not-alphabetic")
                .alsoHolding(CONSTRAINT_VIOLATION)
                .on("/entity.update")
                .when("a text is too long, and has a digit where letters belong")
                .citing("page: 363")
                .given(tenant -> tenant.types()
                        .create(string("badge").constrained("alphabetic").length(2))
                        .entity("badge", "AB"))
                .drive((tenant, entity) -> tenant.owner().update(entity, "badge", "ABC1"))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "CD"));

        prove(INVALID_CLIENT_CREDENTIALS, "wrong-secret-from-elsewhere")
                .alsoHolding(CLIENT_PERMISSION_ERROR)
                .on("/clients/list")
                .when("the client's secret is another, and its allow list does not have the caller's address")
                .readAs(ORDER)
                .given(tenant -> {
                    var client = tenant.client("owner");
                    tenant.perform(tenant.owner()
                            .call("/clients/set_whitelist")
                            .with("for_client_id", client.id())
                            .with("whitelist", "[\"203.0.113.7/32\"]"));
                    return client;
                })
                .drive((tenant, client) -> client.call("/clients/list")
                        .as(new Credential.Basic(client.id(), tenant.accounts().newPassword())))
                .undoAndTwin(CombinedErrors::everywhere, (tenant, client) -> client.call("/clients/list"));

        prove(AUTHORIZATION_CODE_EXPIRED, "expired-and-for-another-address")
                .alsoHolding(REDIRECT_URI_MISMATCH)
                .on("/oauth/token")
                .when("an authorization code has expired, and comes with another redirect address")
                .citing("page: 415")
                .waitingForExpiry()
                .given(tenant -> {
                    var person = tenant.accounts().create().entity();
                    var life = tenant.environment().shortLifetime();
                    var codes = new ExpiryErrors.ExpiredAndValid(
                            tenant.tokens()
                                    .authorizationCode(person, Calls.REDIRECT, Math.toIntExact(life.toSeconds())),
                            tenant.tokens().authorizationCode(person, Calls.REDIRECT, 600));
                    tenant.environment().advance(life);
                    return codes;
                })
                .drive((tenant, codes) -> Calls.exchange(tenant, codes.old(), ELSEWHERE))
                .twin((tenant, codes) -> Calls.exchange(tenant, codes.fresh()));

        prove(API_FEATURE_DISABLED, "off-and-unknown-type")
                .alsoHolding(UNKNOWN_ENTITY_TYPE)
                .on("/entity.count")
                .when("the entity operations are off for maintenance, and no entity type has the name")
                .citing("page: 480")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var type = badges(tenant);
                    tenant.environment().maintenance(Set.of("entity"));
                    return type;
                })
                .drive((tenant, type) ->
                        tenant.owner().call("/entity.count").with("type_name", tenant.uniqueName("nothing")))
                .undoAndTwin(
                        (tenant, type) -> tenant.environment().maintenance(Set.of()),
                        (tenant, type) -> tenant.owner().call("/entity.count").with("type_name", type.name()));

        prove(API_FEATURE_DISABLED, "off-and-wrong-password")
                .alsoHolding(INVALID_CREDENTIALS)
                .on("/oauth/auth_native_traditional")
                .when("sign-in is off for maintenance, and the password is wrong")
                .citing("page: 480")
                .needs(Capability.MAINTENANCE)
                .given(tenant -> {
                    var account = tenant.accounts().create();
                    tenant.environment().maintenance(Set.of("oauth"));
                    return account;
                })
                .drive((tenant, account) -> Calls.logIn(tenant, tenant.flows().signIn(), account)
                        .with("currentPassword", tenant.accounts().newPassword()))
                .undoAndTwin(
                        (tenant, account) -> tenant.environment().maintenance(Set.of()),
                        (tenant, account) -> Calls.logIn(tenant, tenant.flows().signIn(), account));

        prove(API_LIMIT_ERROR, "over-quota-and-no-credentials")
                .alsoHolding(INVALID_AUTH_METHOD)
                .on("/clients/list")
                .when("the quota is used up, and nobody says who is calling")
                .citing("page: 510")
                .needs(Capability.QUOTA)
                .given(tenant -> {
                    tenant.environment().quota(1, Duration.ofMinutes(1));
                    tenant.perform(tenant.owner().call("/clients/list"));
                    return tenant.owner();
                })
                .drive((tenant, owner) -> owner.call("/clients/list")
                        .as(new Credential.None())
                        // Without a client it is the host that says which application is called.
                        .header(Call.APPLICATION, tenant.application().id().orElseThrow()))
                .undoAndTwin((tenant, owner) -> tenant.environment().liftQuota(), (tenant, owner) -> owner.call(
                                "/clients/list")
                        .header(Call.APPLICATION, tenant.application().id().orElseThrow()));
    }

    private static void everywhere(Tenant tenant, Client client) {
        tenant.perform(tenant.owner().call("/clients/clear_whitelist").with("for_client_id", client.id()));
    }
}
