package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.Permissions.Client;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an access schema does not list is neither shown, nor asked about, nor changed. */
class AccessSchemaTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private final Permissions permissions = new Permissions(world);
    private Client reader = new Client("", "");
    private Client writer = new Client("", "");
    private String uuid = "";

    @BeforeEach
    void prepare() {
        world.type(
                "pet",
                "[{'name':'name','type':'string'},{'name':'chip','type':'string','constraints':['unique']},"
                        + "{'name':'code','type':'password'},{'name':'born','type':'dateTime'},"
                        + "{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'},"
                        + "{'name':'zip','type':'string'}]},"
                        + "{'name':'toys','type':'plural','attr_defs':[{'name':'kind','type':'string'},"
                        + "{'name':'price','type':'string'}]}]");
        uuid = pet("chip-1");
        reader = permissions.client("direct_access");
        permissions.limit(reader.id(), "pet", "read", "['name','home/city']");
        writer = permissions.client("direct_access");
        permissions.limit(writer.id(), "pet", "write", "['name','home/city','toys/kind']");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void showsNoHiddenValueInAnyAnswer() {
        var shown = List.of(
                as(reader, "/entity", "uuid", uuid),
                as(reader, "/entity.find"),
                as(reader, "/entity.update", "uuid", uuid, "attributes", "{}", "include_record", "true"),
                as(
                        reader,
                        "/entity.update",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "home",
                        "value",
                        json("{'zip':'secret'}"),
                        "include_record",
                        "true"),
                as(reader, "/entity.create", "attributes", json("{'chip':'secret-2'}"), "include_record", "true"),
                as(
                        reader,
                        "/entity.replace",
                        "uuid",
                        uuid,
                        "attributes",
                        json("{'name':'bo','chip':'secret-3','home':{'zip':'secret'}}"),
                        "include_record",
                        "true"),
                as(reader, "/versions/entity", "id", "1", "timestamp", "now"));
        for (var reply : shown) {
            reply.succeeds();
            assertThat(reply.text()).doesNotContain("secret", "chip", "zip", "toys", "code", "born");
        }
    }

    @Test
    void showsNoHiddenDefinition() {
        for (var reply : List.of(
                as(reader, "/entityType"),
                as(reader, "/versions/entityType", "timestamp", "now"),
                as(reader, "/entityType.getAccessSchema", "for_client_id", "owner", "access_type", "read"))) {
            var schema = reply.succeeds().path("schema");
            assertThat(names(schema)).containsExactly("id", "uuid", "created", "lastUpdated", "name", "home");
            assertThat(reply.text()).contains("city").doesNotContain("zip");
        }
        assertThat(names(as(writer, "/entityType.getAccessSchema", "for_client_id", writer.id(), "access_type", "write")
                        .succeeds()
                        .path("schema")))
                .containsExactly("id", "uuid", "created", "lastUpdated", "name", "home", "toys");
    }

    @Test
    void answersNoQuestionAboutHiddenAttributes() {
        for (var path : List.of("/entity.find", "/entity.bulkDelete")) {
            as(reader, path, "filter", "chip = 'chip-1'").failsAt(223, "unknown_attribute", "/chip");
            as(reader, path, "filter", "name = 'x' or home.zip is null").failsAt(223, "unknown_attribute", "/home/zip");
            as(reader, path, "filter", "toys.kind = 'ball'").failsAt(223, "unknown_attribute", "/toys/kind");
            as(reader, path, "filter", "nope = 1").fails(200, "invalid_argument");
            as(reader, path, "filter", "name = 'bo' and home.city = 'Rome'").succeeds();
        }
        var counting = permissions.client("owner");
        permissions.limit(counting.id(), "pet", "read", "['name']");
        as(counting, "/entity.count", "filter", "chip = 'chip-1'").failsAt(223, "unknown_attribute", "/chip");
        as(reader, "/entity.find", "sort_on", json("['-chip']")).failsAt(223, "unknown_attribute", "/chip");
        as(reader, "/entity.find", "sort_on", json("['name']")).succeeds();
        for (var path : List.of(
                "/entity", "/entity.update", "/entity.delete", "/entity.deleteAccess", "/access/getAccessToken")) {
            as(reader, path, "key_attribute", "chip", "key_value", json("'chip-1'"), "value", "{}")
                    .failsAt(223, "unknown_attribute", "/chip");
        }
        as(reader, "/entity", "uuid", uuid, "password_attribute", "code", "password_value", "right")
                .failsAt(223, "unknown_attribute", "/code");
        var token = permissions.token("pet", uuid, reader.id());
        world.anyone("/entity", "access_token", token, "key_attribute", "chip", "key_value", json("'chip-1'"))
                .failsAt(223, "unknown_attribute", "/chip");
    }

    @Test
    void hidesAnAttributeOfAnObjectThatIsCalledLikeTheIdOfAnElement() {
        world.type(
                "car",
                "[{'name':'owner','type':'object','attr_defs':[{'name':'id','type':'string'},"
                        + "{'name':'name','type':'string'}]},"
                        + "{'name':'trips','type':'plural','attr_defs':[{'name':'to','type':'string'},"
                        + "{'name':'cost','type':'string'}]}]");
        world.record("car", "{'owner':{'id':'secret','name':'Ada'},'trips':[{'to':'Rome','cost':'secret'}]}");
        permissions.limit(reader.id(), "car", "read", "['owner/name','trips/to']");
        var found = permissions.as(reader, "/entity.find", "type_name", "car", "filter", "trips.id > 0");
        assertThat(found.succeeds().path("result_count").asInt()).isEqualTo(1);
        assertThat(found.text()).contains("Ada", "Rome").doesNotContain("secret");
        permissions
                .as(reader, "/entity.find", "type_name", "car", "attributes", json("['trips.id']"))
                .succeeds();
        permissions
                .as(reader, "/entity.find", "type_name", "car", "attributes", json("['owner.id']"))
                .failsAt(223, "unknown_attribute", "/owner/id");
    }

    @Test
    void comparesWithWhatIsShownOfAnObject() {
        // Only the city is seen of the home: a home that has nothing else looks as empty as one that has nothing.
        assertThat(as(reader, "/entity.find", "attributes", json("['home']"))
                        .succeeds()
                        .path("results")
                        .path(0)
                        .toString())
                .isEqualTo(json("{'home':{'city':'Rome'}}"));
    }

    @Test
    void takesNothingOutOfWhatMayNotBeWritten() {
        var toy = element(uuid);
        var before = record(uuid);
        as(writer, "/entity.delete", "uuid", uuid, "attribute_name", "toys#" + toy)
                .failsAt(223, "unknown_attribute", "/toys");
        var other = pet("chip-2");
        as(writer, "/entity.adopt", "id", number(other), "attribute_name", "toys", "child_id", toy)
                .failsAt(223, "unknown_attribute", "/toys");
        as(writer, "/entity.delete", "uuid", uuid).fails(403, "client_permission_error");
        as(writer, "/entity.bulkDelete", "filter", "name = 'bo'").succeeds();
        as(writer, "/entity.bulkDelete", "filter", "name = 'bo'", "commit", "true")
                .fails(403, "client_permission_error");
        var purging = permissions.client("owner");
        permissions.limit(purging.id(), "pet", "write", "['name']");
        as(purging, "/entity.purge", "commit", "true").fails(403, "client_permission_error");
        assertThat(record(uuid)).isEqualTo(before);
        assertThat(record(other).path("toys")).hasSize(1);
        permissions.limit(writer.id(), "pet", "write", "['toys']");
        as(writer, "/entity.adopt", "id", number(other), "attribute_name", "toys", "child_id", toy)
                .succeeds();
        assertThat(record(other).path("toys")).hasSize(2);
    }

    @Test
    void replacesOnlyWhatMayBeWritten() {
        as(writer, "/entity.replace", "uuid", uuid, "attributes", json("{'home':{'city':'Oslo'}}"))
                .succeeds();
        var record = record(uuid);
        assertThat(record.path("name").isNull()).isTrue();
        assertThat(record.path("home").toString()).isEqualTo(json("{'city':'Oslo','zip':'secret'}"));
        assertThat(record.path("chip").stringValue()).isEqualTo("chip-1");
        assertThat(record.path("toys").path(0).path("price").stringValue()).isEqualTo("secret");
        as(writer, "/entity.replace", "uuid", uuid, "attribute_name", "home", "value", "{}")
                .succeeds();
        assertThat(record(uuid).path("home").toString()).isEqualTo(json("{'city':null,'zip':'secret'}"));
        as(
                        writer,
                        "/entity.replace",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "toys#" + element(uuid),
                        "value",
                        json("{'kind':'rope'}"))
                .succeeds();
        assertThat(record(uuid).path("toys").path(0).path("kind").stringValue()).isEqualTo("rope");
        assertThat(record(uuid).path("toys").path(0).path("price").stringValue())
                .isEqualTo("secret");
        as(writer, "/entity.replace", "uuid", uuid, "attributes", json("{'nope':1}"))
                .failsAt(223, "unknown_attribute", "/nope");
        as(writer, "/entity.replace", "uuid", uuid, "attributes", json("{'uuid':'x'}"))
                .failsAt(234, "reserved_attribute", "/uuid");
        as(writer, "/entity.replace", "uuid", uuid, "attributes", json("{'toys':[]}"))
                .failsAt(223, "unknown_attribute", "/toys");
    }

    @Test
    void wipesNoSiblingOfWhatMayBeWritten() {
        for (var path : List.of("/entity.update", "/entity.replace")) {
            as(writer, path, "uuid", uuid, "attributes", json("{'home':null}"))
                    .failsAt(223, "unknown_attribute", "/home");
            as(writer, path, "uuid", uuid, "attributes", json("{'toys':null}"))
                    .failsAt(223, "unknown_attribute", "/toys");
            as(writer, path, "uuid", uuid, "attribute_name", "home", "value", "null")
                    .failsAt(223, "unknown_attribute", "/home");
            as(writer, path, "uuid", uuid, "attribute_name", "home.zip", "value", "null")
                    .failsAt(223, "unknown_attribute", "/home/zip");
        }
        assertThat(record(uuid).path("home").path("zip").stringValue()).isEqualTo("secret");
        assertThat(record(uuid).path("toys").path(0).path("price").stringValue())
                .isEqualTo("secret");
        var toy = element(uuid);
        as(writer, "/entity.update", "uuid", uuid, "attributes", json("{'toys':[{'id':" + toy + ",'kind':'rope'}]}"))
                .succeeds();
        assertThat(record(uuid).path("toys").toString())
                .isEqualTo(json("[{'id':" + toy + ",'kind':'rope','price':'secret'}]"));
    }

    @Test
    void limitsATokenLikeItsClientWhereNothingElseIsSaid() {
        var token = permissions.token("pet", uuid, writer.id());
        world.anyone("/entity.update", "access_token", token, "attributes", json("{'chip':'x'}"))
                .failsAt(223, "unknown_attribute", "/chip");
        world.anyone("/entity.update", "access_token", token, "attributes", json("{'name':'x'}"))
                .succeeds();
        var reading = permissions.token("pet", uuid, reader.id());
        assertThat(world.anyone("/entity", "access_token", reading).text()).doesNotContain("chip", "secret");
    }

    @Test
    void showsThePersonWhoLogsInWhatATokenWouldSee() {
        world.record("user", "{'email':'ada@example.com','password':'right-one','givenName':'Ada'}");
        permissions.limit("login", "user", "read_with_token", "['email']");
        var answer = world.login(
                "/oauth/auth_native_traditional",
                "flow",
                "standard",
                "locale",
                "en-US",
                "form",
                "signInForm",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                "right-one");
        answer.succeeds();
        assertThat(answer.text()).contains("ada@example.com").doesNotContain("givenName");
    }

    private SimulatorFixture.Reply as(Client client, String path, String... parameters) {
        return permissions.as(
                client,
                path,
                Stream.concat(Stream.of("type_name", "pet"), Stream.of(parameters))
                        .toArray(String[]::new));
    }

    private String pet(String chip) {
        return world.record(
                "pet",
                "{'name':'bo','code':'right','chip':'" + chip + "','home':{'city':'Rome','zip':'secret'},"
                        + "'toys':[{'kind':'ball','price':'secret'}]}");
    }

    private JsonNode record(String pet) {
        return world.owner("/entity", "type_name", "pet", "uuid", pet)
                .succeeds()
                .path("result");
    }

    private String number(String pet) {
        return record(pet).path("id").toString();
    }

    private String element(String pet) {
        return record(pet).path("toys").path(0).path("id").toString();
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("attr_defs").values().stream()
                .map(definition -> Optional.of(definition.path("name").stringValue()))
                .flatMap(Optional::stream)
                .toList();
    }
}
