package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.Permissions.Client;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client cannot issue more than it has, and what was issued ends with the client it was issued to. */
class IssuingTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private final Permissions permissions = new Permissions(world);
    private String uuid = "";

    @BeforeEach
    void prepare() {
        uuid = world.record("user", "{'email':'ada@example.com'}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void givesNobodyAFeatureThatTheIssuerLacks() {
        var issuer = permissions.client("access_issuer");
        var strong = permissions.client("direct_access");
        for (var path : List.of("/access/getAccessToken", "/access/getAuthorizationCode", "/access/getCreationToken")) {
            for (var target : List.of(
                    "owner",
                    strong.id(),
                    permissions.client("direct_read_access").id())) {
                issue(issuer, path, target).fails(403, "client_permission_error");
            }
            issue(issuer, path, "login").succeeds();
            issue(issuer, path, issuer.id()).succeeds();
            issue(new Client("owner", "owner-secret"), path, strong.id()).succeeds();
        }
    }

    @Test
    void letsDirectAccessIssueForItselfOnly() {
        var direct = permissions.client("direct_access");
        for (var path : List.of("/access/getAccessToken", "/access/getAuthorizationCode")) {
            issue(direct, path, direct.id()).succeeds();
            issue(direct, path, "login").fails(403, "client_permission_error");
            issue(direct, path, permissions.client().id()).fails(403, "client_permission_error");
        }
    }

    @Test
    void givesATokenOfAnAccessIssuerNoRightToWrite() {
        var issuer = permissions.client("access_issuer");
        var token = issue(issuer, "/access/getAccessToken", issuer.id())
                .succeeds()
                .path("accessToken")
                .stringValue();
        world.anyone("/entity", "access_token", token).succeeds();
        world.anyone("/entity.update", "access_token", token, "attributes", json("{'givenName':'x'}"))
                .failsAt(223, "unknown_attribute", "/givenName");
        world.anyone("/entity.delete", "access_token", token).fails(403, "client_permission_error");
    }

    @Test
    void givesNobodyWhatTheIssuersAccessSchemaHides() {
        var issuer = permissions.client("access_issuer");
        permissions.limit(issuer.id(), "user", "read", "['email']");
        issue(issuer, "/access/getAccessToken", "login").fails(403, "client_permission_error");
        permissions.limit("login", "user", "read_with_token", "['email']");
        issue(issuer, "/access/getAccessToken", "login").succeeds();
    }

    @Test
    void issuesAVerificationCodeOnlyForWhatTheIssuerMayWrite() {
        var path = "/access/getVerificationCode";
        var token = permissions.token("user", uuid, "login");
        world.anyone(path, "access_token", token, "attribute_name", "emailVerified")
                .failsAt(223, "unknown_attribute", "/emailVerified");
        permissions.limit("login", "user", "write_with_token", "['emailVerified']");
        world.anyone(path, "access_token", token, "attribute_name", "emailVerified")
                .succeeds();
        var direct = permissions.client("direct_access");
        var record = new String[] {"type_name", "user", "uuid", uuid, "attribute_name", "emailVerified"};
        permissions.as(direct, path, record).succeeds();
        permissions.limit(direct.id(), "user", "write", "['email']");
        permissions.as(direct, path, record).failsAt(223, "unknown_attribute", "/emailVerified");
        permissions.as(permissions.client("access_issuer"), path, record).succeeds();
    }

    @Test
    void issuesNoVerificationCodeThatCannotBeUsed() {
        for (var reserved : List.of("/created", "lastUpdated")) {
            verification(reserved).fails(234, "reserved_attribute");
        }
        verification("statuses/statusCreated").fails(310, "record_not_found");
        verification("statuses#7/statusCreated").fails(310, "record_not_found");
        verification("nope").fails(223, "unknown_attribute");
        verification("email").fails(200, "invalid_argument");
    }

    @Test
    void endsWhatWasIssuedWithItsClient() {
        var gone = permissions.client("direct_access");
        var owner = new Client("owner", "owner-secret");
        var creation = issue(owner, "/access/getCreationToken", gone.id())
                .succeeds()
                .path("creation_token")
                .stringValue();
        var code = issue(owner, "/access/getAuthorizationCode", gone.id())
                .succeeds()
                .path("authorizationCode")
                .stringValue();
        var token = permissions.token("user", uuid, gone.id());
        permissions.limit(gone.id(), "user", "read", "['email']");
        world.owner("/clients/delete", "client_id_for_deletion", gone.id()).succeeds();
        world.anyone("/entity.create", "creation_token", creation, "attributes", "{}")
                .fails(200, "invalid_argument");
        world.anyone("/entity", "access_token", token).fails(200, "invalid_argument");
        world.owner("/oauth/token", "grant_type", "authorization_code", "code", code)
                .fails(200, "invalid_argument");
    }

    @Test
    void holdsTheBearerOfACreationTokenToTheSchemaOfItsClient() {
        var direct = permissions.client("direct_access");
        permissions.limit(direct.id(), "user", "write", "['email']");
        permissions.limit(direct.id(), "user", "read", "['email']");
        var creation = issue(new Client("owner", "owner-secret"), "/access/getCreationToken", direct.id())
                .succeeds()
                .path("creation_token")
                .stringValue();
        world.anyone("/entity.create", "creation_token", creation, "attributes", json("{'givenName':'x'}"))
                .failsAt(223, "unknown_attribute", "/givenName");
        var created = world.anyone(
                "/entity.create",
                "creation_token",
                creation,
                "attributes",
                json("{'email':'eve@example.com'}"),
                "include_record",
                "true");
        created.succeeds();
        assertThat(created.text()).doesNotContain("givenName");
    }

    @Test
    void givesNobodyACreationTokenThatWritesMoreThanItsIssuer() {
        var issuer = permissions.client("access_issuer");
        permissions.limit(issuer.id(), "user", "write", "['email']");
        issue(issuer, "/access/getCreationToken", "login").fails(403, "client_permission_error");
        issue(issuer, "/access/getCreationToken", issuer.id()).succeeds();
        permissions.limit("login", "user", "write", "['email']");
        issue(issuer, "/access/getCreationToken", "login").succeeds();
    }

    @Test
    void keepsAnOwnerFromDeletingItself() {
        world.owner("/clients/delete", "client_id_for_deletion", "owner").fails(200, "invalid_argument");
        var second = permissions.client("owner");
        permissions
                .as(second, "/clients/delete", "client_id_for_deletion", "owner")
                .succeeds();
        permissions
                .as(second, "/clients/delete", "client_id_for_deletion", second.id())
                .fails(200, "invalid_argument");
    }

    private SimulatorFixture.Reply verification(String attribute) {
        return world.owner(
                "/access/getVerificationCode", "type_name", "user", "uuid", uuid, "attribute_name", attribute);
    }

    private SimulatorFixture.Reply issue(Client issuer, String path, String target) {
        var parameters = Stream.of("type_name", "user", "for_client_id", target, "uuid", uuid);
        return permissions.as(issuer, path, parameters.toArray(String[]::new));
    }
}
