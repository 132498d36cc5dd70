package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.credential.CredentialForm;
import io.regcontract.simulator.credential.Signature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationDeclaration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation succeeds once, and fails in every way that stands before all operations. */
class EveryOperationTest {

    private static final String CALLBACK = "https://shop.example/cb";

    private final SimulatorFixture world = new SimulatorFixture();
    /** Arguments, by name and value, with which the operation of that path succeeds. */
    private final Map<String, String[]> successes = new LinkedHashMap<>();

    private String powerlessId = "";
    private String powerlessSecret = "";

    @AfterEach
    void stop() {
        world.close();
    }

    @BeforeEach
    void prepare() {
        var other = world.owner("/clients/add", "description", "other", "features", json("['owner']"))
                .succeeds();
        var otherId = other.path("client_id").stringValue();
        var powerless = world.owner("/clients/add", "description", "none").succeeds();
        powerlessId = powerless.path("client_id").stringValue();
        powerlessSecret = powerless.path("client_secret").stringValue();
        var uuid = world.record(
                "user",
                "{'email':'ada@example.com','password':'right-one',"
                        + "'profiles':[{'domain':'g','identifier':'known'}]}");
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
        world.type("pet", "[{'name':'toys','type':'plural','attr_defs':[{'name':'kind','type':'string'}]}]");
        world.record("pet", "{'toys':[{'kind':'ball'}]}");
        world.record("pet", "{}");
        var uuidOfRule = world.owner(
                        "/entityType.addRule",
                        "type_name",
                        "pet",
                        "description",
                        "d",
                        "definition",
                        json("{'min-length':0}"))
                .succeeds()
                .path("result")
                .path("uuid")
                .stringValue();
        var uuidOfProperty = world.owner("/entityType.addProperty", "type_name", "pet", "property", "p")
                .succeeds()
                .path("result")
                .path("uuid")
                .stringValue();
        world.owner("/settings/widget/publish", "for_client_id", "owner").succeeds();
        var record = new String[] {"type_name", "user", "uuid", uuid};

        on("/clients/add", "description", "d");
        on("/clients/clear_whitelist");
        on("/clients/delete", "client_id_for_deletion", otherId);
        on("/clients/list");
        on("/clients/reset_secret", "for_client_id", otherId, "hours_to_live", "0");
        on("/clients/set_description", "description", "d");
        on("/clients/set_features", "features", json("['owner','direct_access']"));
        on("/clients/set_whitelist", "whitelist", json("['127.0.0.1/32']"));
        on("/settings/delete", "key", "k");
        on("/settings/delete_default", "key", "k");
        on("/settings/get", "key", "k");
        on("/settings/get_all");
        on("/settings/get_default", "key", "k");
        on("/settings/get_multi", "keys", json("['k']"));
        on("/settings/items");
        on("/settings/keys");
        on("/settings/set", "key", "k", "value", "v");
        on("/settings/set_default", "key", "k", "value", "v");
        on("/settings/set_default_multi", "items", json("{'k':'v'}"));
        on("/settings/set_multi", "items", json("{'k':'v'}"));
        on("/settings/client_items");
        on("/settings/client_keys");
        on("/settings/default_items");
        on("/settings/default_keys");
        on("/settings/widget/delete", "for_client_id", "owner");
        on("/settings/widget/get", "for_client_id", "owner");
        on("/settings/widget/list");
        on("/settings/widget/publish", "for_client_id", "owner");
        on("/entity", record);
        on("/entity.adopt", "type_name", "pet", "id", "3", "attribute_name", "toys", "child_id", "2");
        on("/entity.bulkCreate", "type_name", "user", "all_attributes", "[{}]");
        on("/entity.bulkDelete", "type_name", "user", "filter", "id = 1", "commit", "true");
        on("/entity.count", "type_name", "user");
        on("/entity.create", "type_name", "user", "attributes", "{}");
        on("/entity.delete", record);
        on("/entity.deleteAccess", record);
        on("/entity.find", "type_name", "user");
        on("/entity.purge", "type_name", "user", "commit", "true");
        on("/entity.replace", with(record, "attributes", "{}"));
        on("/entity.update", with(record, "attributes", "{}"));
        on("/entityType", "type_name", "user");
        on("/entityType.addAttribute", "type_name", "user", "attr_def", json("{'name':'size','type':'integer'}"));
        on("/entityType.addProperty", "type_name", "user", "property", "p");
        on("/entityType.addRule", "type_name", "user", "description", "d", "definition", json("{'max-length':25}"));
        on("/entityType.create", "type_name", "car", "attr_defs", "[]");
        on("/entityType.delete", "type_name", "pet", "commit", "true");
        on("/entityType.getAccessSchema", "type_name", "user", "for_client_id", "login", "access_type", "read");
        on("/entityType.list");
        on("/entityType.properties", "type_name", "user");
        on("/entityType.removeAttribute", "type_name", "user", "attribute_name", "displayName");
        on("/entityType.removeProperty", "type_name", "pet", "uuid", uuidOfProperty);
        on("/entityType.removeRule", "type_name", "pet", "uuid", uuidOfRule);
        on("/entityType.renameAttribute", "type_name", "user", "source_name", "displayName", "target_name", "nickName");
        on("/entityType.rules", "type_name", "user");
        on(
                "/entityType.setAccessSchema",
                "type_name",
                "user",
                "for_client_id",
                "login",
                "access_type",
                "write",
                "attributes",
                json("['email']"));
        on(
                "/entityType.setAttributeConstraints",
                "type_name",
                "user",
                "attribute_name",
                "givenName",
                "constraints",
                "[]");
        on(
                "/entityType.setAttributeDescription",
                "type_name",
                "user",
                "attribute_name",
                "givenName",
                "description",
                json("'d'"));
        on("/entityType.setPasswordSettings", "type_name", "user", "settings", json("{'historySize':3}"));
        on("/access/getAccessToken", record);
        on("/access/getAuthorizationCode", record);
        on("/access/getCreationToken", "type_name", "user");
        on("/access/getVerificationCode", with(record, "attribute_name", "emailVerified"));
        on("/access/useVerificationCode", "verification_code", verificationCode(uuid));
        on("/access/use_verification_code", "verification_code", verificationCode(uuid));
        on("/oauth/auth_native", social("known"));
        on(
                "/oauth/auth_native_traditional",
                form("signInForm", "signInEmailAddress", "ada@example.com", "currentPassword", "right-one"));
        on("/oauth/forgot_password_native", form("forgotPasswordForm", "signInEmailAddress", "ada@example.com"));
        on("/oauth/link_account_native", with(social("more"), "access_token", token));
        var presented = social("new");
        world.anyone("/oauth/auth_native", presented).fails(310, "record_not_found");
        on(
                "/oauth/register_native",
                with(presented, "form", "socialRegistrationForm", "emailAddress", "new@example.com"));
        on(
                "/oauth/register_native_traditional",
                form(
                        "registrationForm",
                        "emailAddress",
                        "eve@example.com",
                        "newPassword",
                        "pass-word",
                        "newPasswordConfirm",
                        "pass-word"));
        on(
                "/oauth/token",
                "grant_type",
                "authorization_code",
                "code",
                world.owner("/access/getAuthorizationCode", record)
                        .succeeds()
                        .path("authorizationCode")
                        .stringValue());
        on("/oauth/refresh_access_token", signedRefresh());
        on("/oauth/unlink_account_native", with(form("none"), "access_token", token, "identifier_to_remove", "known"));
        on("/oauth/update_profile_native", with(form("editProfileForm", "firstName", "Ada"), "access_token", token));
        on("/oauth/verify_email_native", form("resendVerificationForm", "signInEmailAddress", "ada@example.com"));
        on("/versions/entity", "type_name", "user", "id", "1", "timestamp", "now");
        on("/versions/entityType", "type_name", "user", "timestamp", "now");
    }

    static Stream<String> paths() {
        return SimulatorWiring.operations().all().stream()
                .map(Operation::declaration)
                .map(OperationDeclaration::path);
    }

    @Test
    void leavesNoOperationOut() {
        assertThat(successes.keySet())
                .as("operations for which this test has a call that succeeds")
                .containsExactlyInAnyOrderElementsOf(paths().toList());
    }

    /** A failure changes nothing, so one fixture serves for all failures and for the success after them. */
    @ParameterizedTest
    @MethodSource("paths")
    void failsInEveryWayAndThenSucceeds(String path) {
        assertThat(successes)
                .as("operations for which this test has a call that succeeds")
                .containsKey(path);
        waitsForMaintenanceOfItsGroup(path);
        countsAgainstTheQuota(path);
        belongsToAnApplication(path);
        asksForCredentialsAndTheirFeature(path);
        missesWhatItNeeds(path);
        call(path).succeeds();
    }

    private void waitsForMaintenanceOfItsGroup(String path) {
        world.control(
                "PUT",
                "/applications/shop/maintenance",
                json("{'groups':['" + declaration(path).group().publicName() + "']}"));
        call(path).fails(480, "api_feature_disabled");
        var others = Arrays.stream(FeatureGroup.values())
                .filter(group -> group != declaration(path).group())
                .map(FeatureGroup::publicName)
                .toList();
        // From here on all other groups are off, and that must not matter.
        world.control(
                "PUT", "/applications/shop/maintenance", json("{'groups':['" + String.join("','", others) + "']}"));
    }

    private void countsAgainstTheQuota(String path) {
        world.control("PUT", "/applications/shop/quota", "{\"calls\":0,\"perSeconds\":60}");
        call(path).fails(510, "api_limit_error");
        world.control("DELETE", "/applications/shop/quota", "");
    }

    private void belongsToAnApplication(String path) {
        call(path, with(successes.get(path), "application_id", "nowhere")).fails(221, "unknown_application");
        successes.put(path, with(successes.get(path), "application_id", "shop"));
    }

    private void asksForCredentialsAndTheirFeature(String path) {
        if (!declaration(path).credentials().contains(CredentialForm.BASIC)) {
            return;
        }
        var arguments = successes.get(path);
        world.anyone(path, without("client_id", arguments)).fails(205, "invalid_auth_method");
        world.as("owner", "wrong", path, arguments).fails(402, "invalid_client_credentials");
        world.as(powerlessId, powerlessSecret, path, arguments).fails(403, "client_permission_error");
    }

    private void missesWhatItNeeds(String path) {
        for (var parameter : declaration(path).arguments().parameters()) {
            boolean needed = parameter.presence().isNeeded(false)
                    && parameter.setting().isEmpty()
                    && parameter.fallback().isEmpty();
            if (needed) {
                missesOne(path, parameter.name());
            }
        }
    }

    private void missesOne(String path, String name) {
        var reply = call(path, without(name, successes.get(path)));
        if (name.equals("client_id")) {
            reply.fails(205, "invalid_auth_method");
        } else {
            assertThat(reply.fails(100, "missing_argument")
                            .path("argument_name")
                            .stringValue())
                    .isEqualTo(name);
        }
    }

    /** The arguments without one of them; all of them where it is not there. */
    private static String[] without(String name, String... arguments) {
        var fewer = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].equals(name)) {
                fewer.addAll(List.of(arguments[i], arguments[i + 1]));
            }
        }
        return fewer.toArray(String[]::new);
    }

    private SimulatorFixture.Reply call(String path) {
        return call(path, successes.get(path));
    }

    private SimulatorFixture.Reply call(String path, String... arguments) {
        var forms = declaration(path).credentials();
        return forms.contains(CredentialForm.BASIC) && !forms.contains(CredentialForm.CLIENT_ID)
                ? world.owner(path, arguments)
                : world.anyone(path, arguments);
    }

    private static OperationDeclaration declaration(String path) {
        return SimulatorWiring.operations().at(path).orElseThrow().declaration();
    }

    private void on(String path, String... arguments) {
        successes.put(path, arguments);
    }

    private String verificationCode(String uuid) {
        return world.owner(
                        "/access/getVerificationCode",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "emailVerified")
                .succeeds()
                .path("verification_code")
                .stringValue();
    }

    private String[] social(String identifier) {
        var token = world.control(
                        "POST", "/applications/shop/social", json("{'provider':'g','identifier':'" + identifier + "'}"))
                .path("token")
                .stringValue();
        return with(form("unused"), "token", token);
    }

    private String[] signedRefresh() {
        var token = world.anyone(
                        "/oauth/auth_native_traditional",
                        with(
                                form(
                                        "signInForm",
                                        "signInEmailAddress",
                                        "ada@example.com",
                                        "currentPassword",
                                        "right-one"),
                                "refresh_secret",
                                "s3cret"))
                .succeeds()
                .path("access_token")
                .stringValue();
        var date = "2026-03-01 12:00:00";
        return new String[] {
            "client_id",
            "login",
            "access_token",
            token,
            "date",
            date,
            "signature",
            Signature.of("refresh_access_token\n" + date + "\n" + token + "\n", "s3cret")
        };
    }

    private static String[] form(String form, String... fields) {
        return with(
                new String[] {"client_id", "login", "redirect_uri", CALLBACK, "response_type", "token", "form", form},
                fields);
    }

    private static String[] with(String[] arguments, String... more) {
        var all = new LinkedHashMap<String, String>();
        for (var part : List.of(arguments, more)) {
            for (int i = 0; i < part.length; i += 2) {
                all.put(part[i], part[i + 1]);
            }
        }
        return all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }
}
