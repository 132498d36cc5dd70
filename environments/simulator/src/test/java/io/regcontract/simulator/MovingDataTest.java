package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What programs rely on that move records into the service, out of it and within it. */
class MovingDataTest {

    private static final String NOW = "2026-03-01 12:00:00.000000 +0000";

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015-11-15 01:58:01.862312 +0000|2015-11-15 01:58:01.862312 +0000",
                "2015-11-15T03:58:01+02:00|2015-11-15 01:58:01.000000 +0000",
                "2015-11-15|2015-11-15 00:00:00.000000 +0000"
            })
    void keepsTheDayOfRegistrationOfRecordsThatAreLoaded(String sent, String stored) {
        var record = get(load("[{'givenName':'Ada','created':'" + sent + "'}]")
                .succeeds()
                .path("results")
                .path(0)
                .asString());
        assertThat(record.path("created").stringValue()).isEqualTo(stored);
        assertThat(record.path("lastUpdated").stringValue()).isEqualTo(NOW);
        assertThat(record.path("givenName").stringValue()).isEqualTo("Ada");
    }

    @ParameterizedTest
    @CsvSource({"'yesteryear',342", "'2015-13-45',342", "7,341", "{},341"})
    void refusesADayOfRegistrationThatIsNone(String created, int code) {
        var quoted = created.startsWith("y") || created.startsWith("2") ? "'" + created + "'" : created;
        var results = load("[{'created':" + quoted + "},{'created':null},{}]")
                .succeeds()
                .path("results");
        assertThat(results.path(0).path("code").asInt(-1)).isEqualTo(code);
        for (int i = 1; i < 3; i++) {
            assertThat(get(results.path(i).asString()).path("created").stringValue())
                    .isEqualTo(NOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastUpdated", "uuid"})
    void takesNothingElseThatIsReserved(String attribute) {
        var results = load("[{'" + attribute + "':'2015-11-15'}]").succeeds().path("results");
        assertThat(results.path(0).path("code").asInt(-1)).isEqualTo(234);
    }

    @Test
    void takesADayOfRegistrationNowhereElse() {
        var uuid = world.record("user", "{}");
        var dated = json("{'created':'2015-11-15'}");
        world.owner("/entity.create", "type_name", "user", "attributes", dated).fails(234, "reserved_attribute");
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", dated)
                .fails(234, "reserved_attribute");
        world.owner("/entity.replace", "type_name", "user", "uuid", uuid, "attributes", dated)
                .fails(234, "reserved_attribute");
    }

    @ParameterizedTest
    @CsvSource({
        "/entity.update,attributes,{'givenName':'Ada'}",
        "/entity.replace,attributes,{'givenName':'Ada'}",
        "/entity.update,value,{'givenName':'Ada'}"
    })
    void leavesLastUpdatedToTheWritesOfOthersThanAMetadataClient(String path, String argument, String value) {
        var quiet = world.owner("/clients/add", "description", "q", "features", json("['direct_access','metadata']"))
                .succeeds();
        var uuid = world.record("user", "{}");
        world.advance(Duration.ofDays(1));
        var change = new String[] {"type_name", "user", "uuid", uuid, argument, json(value)};
        world.as(
                        quiet.path("client_id").stringValue(),
                        quiet.path("client_secret").stringValue(),
                        path,
                        change)
                .succeeds();
        assertThat(byUuid(uuid).path("lastUpdated").stringValue()).isEqualTo(NOW);
        assertThat(byUuid(uuid).path("givenName").stringValue()).isEqualTo("Ada");
        world.owner(path, change).succeeds();
        assertThat(byUuid(uuid).path("lastUpdated").stringValue()).isEqualTo("2026-03-02 12:00:00.000000 +0000");
    }

    @Test
    void permitsNothingForMetadataAlone() {
        var alone = world.owner("/clients/add", "description", "q", "features", json("['metadata']"))
                .succeeds();
        for (var path : new String[] {"/entity.count", "/settings/get_default", "/entityType.getAccessSchema"}) {
            world.as(
                            alone.path("client_id").stringValue(),
                            alone.path("client_secret").stringValue(),
                            path,
                            "type_name",
                            "user")
                    .fails(403, "client_permission_error");
        }
        var listed = world.owner("/clients/list", "has_features", json("['metadata']"))
                .succeeds()
                .path("results");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("features").path(0).stringValue()).isEqualTo("metadata");
    }

    @Test
    void readsBackWhenAPasswordWasSet() {
        var uuid = world.record("user", "{'email':'a@example.com','password':'right-one'}");
        var password = byUuid(uuid).path("password");
        assertThat(password.propertyNames()).containsExactlyInAnyOrder("type", "value", "created");
        assertThat(password.path("type").stringValue()).isEqualTo("password-bcrypt");
        assertThat(password.path("created").stringValue()).isEqualTo("2026-03-01 12:00:00.000000000 +0000");
        var moved = world.record("user", "{'email':'b@example.com','password':" + password + "}");
        world.advance(Duration.ofDays(1));
        assertThat(byUuid(moved).path("password")).isEqualTo(password);
        var hash = "{'email':'c@example.com','password':{'type':'password-md5','value':'x'}}";
        assertThat(byUuid(world.record("user", hash))
                        .path("password")
                        .path("created")
                        .stringValue())
                .isEqualTo("2026-03-02 12:00:00.000000000 +0000");
    }

    /** The same hash again is the same password, although it is set at another time. */
    @Test
    void remembersAHashWhateverTimeItWasSetAt() {
        world.owner("/entityType.setPasswordSettings", "type_name", "user", "settings", json("{'historySize':2}"))
                .succeeds();
        var hash = "{'password':{'type':'password-md5','value':'x'}}";
        var uuid = world.record("user", hash);
        world.advance(Duration.ofDays(1));
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", json(hash))
                .fails(352, "unknown_application");
    }

    @Test
    void hasAPlaceForTheClientsOfAPerson() {
        var clients = "{'clients':[{'channel':'web','clientId':'login','name':'Shop','firstLogin':'2026-01-02',"
                + "'lastLogin':'2026-02-03'}]}";
        var element = byUuid(world.record("user", clients)).path("clients").path(0);
        assertThat(element.path("clientId").stringValue()).isEqualTo("login");
        assertThat(element.path("lastLogin").stringValue()).isEqualTo("2026-02-03 00:00:00 +0000");
    }

    @ParameterizedTest
    @CsvSource({"'',0", "0,0", "1,3600"})
    void letsAnOldSecretEndAtOnceUnlessItIsToLive(String hours, long seconds) {
        var added = world.owner("/clients/add", "description", "d", "features", json("['owner']"))
                .succeeds();
        var id = added.path("client_id").stringValue();
        var old = added.path("client_secret").stringValue();
        var fresh = (hours.isEmpty()
                        ? world.owner("/clients/reset_secret", "for_client_id", id)
                        : world.owner("/clients/reset_secret", "for_client_id", id, "hours_to_live", hours))
                .succeeds()
                .path("new_secret")
                .stringValue();
        world.as(id, fresh, "/clients/list").succeeds();
        if (seconds > 0) {
            world.as(id, old, "/clients/list").succeeds();
            world.advance(Duration.ofSeconds(seconds));
        }
        world.as(id, old, "/clients/list").fails(402, "invalid_client_credentials");
    }

    @ParameterizedTest
    @CsvSource({"10000,true", "10001,false", "50000,false"})
    void refusesPagesOfMoreThanTenThousand(String most, boolean succeeds) {
        var reply = world.owner("/entity.find", "type_name", "user", "max_results", most);
        if (succeeds) {
            reply.succeeds();
        } else {
            assertThat(reply.fails(200, "invalid_argument")
                            .path("argument_name")
                            .stringValue())
                    .isEqualTo("max_results");
        }
    }

    private SimulatorFixture.Reply load(String records) {
        return world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", json(records));
    }

    private JsonNode get(String id) {
        return world.owner("/entity", "type_name", "user", "id", id).succeeds().path("result");
    }

    private JsonNode byUuid(String uuid) {
        return world.owner("/entity", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("result");
    }
}
