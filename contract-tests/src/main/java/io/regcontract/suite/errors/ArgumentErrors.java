package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.DUPLICATE_ARGUMENT;
import static io.regcontract.contract.model.ErrorCode.INVALID_ARGUMENT;
import static io.regcontract.contract.model.ErrorCode.INVALID_AUTH_METHOD;
import static io.regcontract.contract.model.ErrorCode.MISSING_ARGUMENT;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Client;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.Tenant;

/** 100, 200, 201, 205: arguments and credentials that are missing, wrong, superfluous, or in the wrong form. */
final class ArgumentErrors extends ErrorFamily {

    /** No client has it: ids are made of 32 signs without look-alikes. */
    private static final String NO_CLIENT = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";

    private static Entity entity(Tenant tenant) {
        return tenant.types().create(string("badge")).entity("badge", "7");
    }

    {
        prove(MISSING_ARGUMENT, "type-name-missing")
                .on("/entity")
                .when("the entity type is not named")
                .citing("identitydocs: entity")
                .carrying("argument_name", "type_name")
                .given(ArgumentErrors::entity)
                .drive((tenant, entity) -> tenant.owner().of("/entity", entity).without("type_name"))
                .twin((tenant, entity) -> tenant.owner().of("/entity", entity));

        prove(MISSING_ARGUMENT, "attributes-missing")
                .on("/entity.create")
                .when("a record comes without its attributes")
                .citing("identitydocs: entitycreate")
                .carrying("argument_name", "attributes")
                .given(tenant -> tenant.types().create(string("badge")))
                .drive((tenant, type) ->
                        tenant.owner().create(type, "badge", "7").without("attributes"))
                .twin((tenant, type) -> tenant.owner().create(type, "badge", "7"));

        prove(MISSING_ARGUMENT, "description-missing")
                .on("/clients/add")
                .when("a client comes without a description")
                .citing("educationcenter: clientsadd")
                .carrying("argument_name", "description")
                .given(tenant -> tenant.uniqueName("client"))
                .drive((tenant, name) -> tenant.owner().call("/clients/add").with("features", "[]"))
                .twin((tenant, name) -> tenant.owner()
                        .call("/clients/add")
                        .with("features", "[]")
                        .with("description", name));

        prove(MISSING_ARGUMENT, "value-missing")
                .on("/settings/set")
                .when("a setting comes without its value")
                .citing("identitydocs: settingsset")
                .carrying("argument_name", "value")
                .given(tenant -> tenant.uniqueName("setting"))
                .drive((tenant, key) -> tenant.owner().call("/settings/set").with("key", key))
                .twin((tenant, key) ->
                        tenant.owner().call("/settings/set").with("key", key).with("value", "7"));

        prove(MISSING_ARGUMENT, "form-missing")
                .on("/oauth/auth_native_traditional")
                .when("a log-in does not name its form")
                .citing("techdocs: complete-traditional-login")
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) ->
                        Calls.logIn(tenant, tenant.flows().signIn(), account).without("form"))
                .twin((tenant, account) -> Calls.logIn(tenant, tenant.flows().signIn(), account));

        prove(INVALID_ARGUMENT, "no-such-client")
                .on("/clients/delete")
                .when("the client to delete is none")
                .citing("identitydocs: clientsdelete")
                .carrying("argument_name", "client_id_for_deletion")
                .given(tenant -> tenant.client("direct_read_access"))
                .drive((tenant, client) ->
                        tenant.owner().call("/clients/delete").with("client_id_for_deletion", NO_CLIENT))
                .twin((tenant, client) ->
                        tenant.owner().call("/clients/delete").with("client_id_for_deletion", client.id()));

        prove(INVALID_ARGUMENT, "broken-json")
                .on("/clients/list")
                .when("a list is not parseable JSON")
                .carrying("argument_name", "has_features")
                .readAs("R-bad-value")
                .given(tenant -> "[\"owner\"]")
                .drive((tenant, features) ->
                        tenant.owner().call("/clients/list").with("has_features", "[\"owner\""))
                .twin((tenant, features) -> tenant.owner().call("/clients/list").with("has_features", features));

        prove(INVALID_ARGUMENT, "no-network")
                .on("/clients/set_whitelist")
                .when("an address range has a prefix longer than an address")
                .citing("identitydocs: clientsset-whitelist")
                .carrying("argument_name", "whitelist")
                .given(tenant -> tenant.client("direct_read_access"))
                .drive((tenant, client) -> tenant.owner()
                        .call("/clients/set_whitelist")
                        .with("for_client_id", client.id())
                        .with("whitelist", "[\"10.0.0.0/33\"]"))
                .twin((tenant, client) -> tenant.owner()
                        .call("/clients/set_whitelist")
                        .with("for_client_id", client.id())
                        .with("whitelist", "[\"10.0.0.0/32\"]"));

        hoursToLive("hours-out-of-range", "an old secret is to live longer than 168 hours", "169", "168");

        prove(INVALID_ARGUMENT, "unknown-attribute-in-filter")
                .on("/entity.find")
                .when("a filter asks for an attribute the type does not have")
                .carrying("argument_name", "filter")
                .readAs("R-unknown-attribute")
                .given(tenant -> tenant.types().create(string("badge")))
                .drive((tenant, type) -> tenant.owner()
                        .call("/entity.find")
                        .with("type_name", type.name())
                        .with("filter", "emblem = '7'"))
                .twin((tenant, type) -> tenant.owner()
                        .call("/entity.find")
                        .with("type_name", type.name())
                        .with("filter", "badge = '7'"));

        prove(INVALID_ARGUMENT, "malformed-uuid")
                .on("/entity.delete")
                .when("a uuid is none")
                .citing("identitydocs: entitydelete")
                .carrying("argument_name", "uuid")
                .given(ArgumentErrors::entity)
                .drive((tenant, entity) ->
                        tenant.owner().of("/entity.delete", entity).with("uuid", "no-uuid-at-all"))
                .twin((tenant, entity) -> tenant.owner().of("/entity.delete", entity));

        prove(INVALID_ARGUMENT, "unknown-access-token")
                .on("/entity")
                .when("the service never issued the access token")
                .readAs("R-access-token")
                .given(tenant ->
                        tenant.tokens().accessToken(tenant.accounts().create().entity()))
                .drive((tenant, token) ->
                        Calls.entityOf(tenant, tenant.secret("ACCESS_TOKEN", tenant.uniqueName("never-issued-token"))))
                .twin((tenant, token) -> Calls.entityOf(tenant, token));

        prove(INVALID_ARGUMENT, "revoked-access-token")
                .on("/entity")
                .when("all access of the token's person was deleted")
                .readAs("R-access-token")
                .given(tenant -> {
                    var person = tenant.accounts().create().entity();
                    var tokens = new ExpiryErrors.ExpiredAndValid(
                            tenant.tokens().accessToken(person),
                            tenant.tokens()
                                    .accessToken(tenant.accounts().create().entity()));
                    tenant.deleteAccess(person);
                    return tokens;
                })
                .drive((tenant, tokens) -> Calls.entityOf(tenant, tokens.old()))
                .twin((tenant, tokens) -> Calls.entityOf(tenant, tokens.fresh()));

        hoursToLive("hours-below-zero", "an old secret is to live less than no time", "-1", "0");

        prove(INVALID_ARGUMENT, "unknown-authorization-code")
                .on("/oauth/token")
                .when("the service never issued the authorization code")
                .readAs("R-authorization-code")
                .given(tenant -> tenant.tokens()
                        .authorizationCode(tenant.accounts().create().entity(), Calls.REDIRECT))
                .drive((tenant, code) ->
                        Calls.exchange(tenant, tenant.secret("CODE", tenant.uniqueName("never-issued-code"))))
                .twin((tenant, code) -> Calls.exchange(tenant, code));

        prove(INVALID_ARGUMENT, "used-authorization-code")
                .on("/oauth/token")
                .when("the authorization code was exchanged before")
                .readAs("R-authorization-code")
                .given(tenant -> {
                    var entity = tenant.accounts().create().entity();
                    var used = tenant.tokens().authorizationCode(entity, Calls.REDIRECT);
                    tenant.perform(Calls.exchange(tenant, used));
                    return new ExpiryErrors.ExpiredAndValid(
                            used, tenant.tokens().authorizationCode(entity, Calls.REDIRECT));
                })
                .drive((tenant, codes) -> Calls.exchange(tenant, codes.old()))
                .twin((tenant, codes) -> Calls.exchange(tenant, codes.fresh()));

        prove(INVALID_ARGUMENT, "used-verification-code")
                .on("/access/useVerificationCode")
                .when("the verification code was used before")
                .readAs("R-single-use-codes")
                .given(tenant -> {
                    var entity = tenant.accounts().create().entity();
                    // Both before one is used: an address that is verified may be sent no other code.
                    var codes = new ExpiryErrors.ExpiredAndValid(
                            tenant.tokens().verificationCode(entity, "emailVerified", 600),
                            tenant.tokens().verificationCode(entity, "emailVerified", 600));
                    tenant.perform(Calls.verify(codes.old()));
                    return codes;
                })
                .drive((tenant, codes) -> Calls.verify(codes.old()))
                .twin((tenant, codes) -> Calls.verify(codes.fresh()));

        prove(DUPLICATE_ARGUMENT, "id-and-uuid")
                .on("/entity.update")
                .when("a record is named by its id and by its uuid at once")
                .citing("page: 201")
                .given(ArgumentErrors::entity)
                .drive((tenant, entity) ->
                        tenant.owner().update(entity, "badge", "8").with("id", Long.toString(entity.id())))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "8"));

        prove(DUPLICATE_ARGUMENT, "id-and-uuid")
                .on("/entity")
                .when("a record is named by its id and by its uuid at once")
                .citing("page: 201")
                .given(ArgumentErrors::entity)
                .drive((tenant, entity) -> tenant.owner().of("/entity", entity).with("id", Long.toString(entity.id())))
                .twin((tenant, entity) -> tenant.owner().of("/entity", entity));

        prove(INVALID_AUTH_METHOD, "no-credentials")
                .on("/clients/list")
                .when("nobody says who is calling")
                .readAs("R-credentials")
                .given(Tenant::owner)
                .drive((tenant, owner) -> owner.call("/clients/list").as(new Credential.None()))
                .twin((tenant, owner) -> owner.call("/clients/list"));

        prove(INVALID_AUTH_METHOD, "access-token")
                .on("/clients/list")
                .when("an access token comes where client credentials are taken")
                .readAs("R-credentials")
                .given(tenant ->
                        tenant.tokens().accessToken(tenant.accounts().create().entity()))
                .drive((tenant, token) -> tenant.owner().call("/clients/list").as(new Credential.OAuthHeader(token)))
                .twin((tenant, token) -> tenant.owner().call("/clients/list"));

        prove(INVALID_AUTH_METHOD, "unknown-scheme")
                .on("/entity")
                .when("the Authorization header has a scheme nobody agreed on")
                .readAs("R-credentials")
                .given(ArgumentErrors::entity)
                .drive((tenant, entity) ->
                        tenant.owner().of("/entity", entity).as(new Credential.Scheme("Digest", "username=\"nobody\"")))
                .twin((tenant, entity) -> tenant.owner().of("/entity", entity));
    }

    private void hoursToLive(String slug, String condition, String wrong, String right) {
        prove(INVALID_ARGUMENT, slug)
                .on("/clients/reset_secret")
                .when(condition)
                .citing("educationcenter: clientsreset-secret")
                .carrying("argument_name", "hours_to_live")
                .given(tenant -> tenant.client("direct_read_access"))
                .drive((tenant, client) -> resetSecret(tenant, client).with("hours_to_live", wrong))
                .twin((tenant, client) -> resetSecret(tenant, client).with("hours_to_live", right));
    }

    private static Call resetSecret(Tenant tenant, Client client) {
        return tenant.owner().call("/clients/reset_secret").with("for_client_id", client.id());
    }
}
