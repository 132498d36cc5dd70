package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Schemas that change, rules, what each client may see, and what was before. */
class SchemaOperationsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void defineType() {
        world.type(
                "pet",
                "[{'name':'name','type':'string'},{'name':'tag','type':'string','constraints':['unique']},"
                        + "{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'},{'name':'zip','type':'string'}]},"
                        + "{'name':'toys','type':'plural','attr_defs':[{'name':'kind','type':'string'}]}]");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void renamesAnAttributeAndKeepsItsValues() {
        var uuid = world.record("pet", "{'tag':'1','home':{'city':'x'},'toys':[{'kind':'ball'}]}");
        rename("tag", "badge").succeeds();
        rename("home.city", "home.town").succeeds();
        rename("toys.kind", "sort").succeeds();
        var record = world.owner("/entity", "type_name", "pet", "uuid", uuid)
                .succeeds()
                .path("result");
        assertThat(record.path("badge").stringValue()).isEqualTo("1");
        assertThat(record.path("home").path("town").stringValue()).isEqualTo("x");
        assertThat(record.path("toys").path(0).path("sort").stringValue()).isEqualTo("ball");
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'badge':'1'}"))
                .failsAt(361, "unique_violation", "/badge");
        rename("badge", "name").failsAt(233, "attribute_exists", "/name");
        rename("uuid", "x").failsAt(234, "reserved_attribute", "/uuid");
        rename("nope", "x").failsAt(223, "unknown_attribute", "/nope");
        rename("name", "home.x").fails(200, "invalid_argument");
    }

    @Test
    void describesAnAttribute() {
        var schema = world.owner(
                        "/entityType.setAttributeDescription",
                        "type_name",
                        "pet",
                        "attribute_name",
                        "name",
                        "description",
                        json("'its name'"))
                .succeeds()
                .path("schema");
        assertThat(schema.toString()).contains("\"description\":\"its name\"");
        world.owner(
                        "/entityType.setAttributeDescription",
                        "type_name",
                        "pet",
                        "attribute_name",
                        "name",
                        "description",
                        "7")
                .fails(341, "invalid_json_type");
    }

    @Test
    void keepsToRules() {
        var before = world.record("pet", "{'name':'b2','tag':'t'}");
        var rule = world.owner(
                        "/entityType.addRule",
                        "type_name",
                        "pet",
                        "description",
                        "short latin",
                        "attributes",
                        json("['name','toys.kind']"),
                        "definition",
                        json("{'and':[{'match-all':'[a-zA-Z]*'},{'max-length':5}]}"))
                .succeeds()
                .path("result");
        assertThat(rule.path("attributes").toString()).isEqualTo(json("['/name','/toys/kind']"));
        var body = world.owner("/entity.create", "type_name", "pet", "attributes", json("{'name':'b3'}"))
                .fails(360, "constraint_violation");
        assertThat(body.path("attribute_name").stringValue()).isEqualTo("/name");
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'toys':[{'kind':'toolong'}]}"))
                .failsAt(360, "constraint_violation", "/toys/kind");
        world.owner("/entity.update", "type_name", "pet", "uuid", before, "attributes", json("{'tag':'u'}"))
                .succeeds();
        world.record("pet", "{'name':'bo','tag':'n0t ruled'}");
        assertThat(world.owner("/entityType.rules", "type_name", "pet")
                        .succeeds()
                        .path("results")
                        .path(0))
                .isEqualTo(((ObjectNode) rule).deepCopy().put("property", "rule"));
        world.owner(
                        "/entityType.removeRule",
                        "type_name",
                        "pet",
                        "uuid",
                        rule.path("uuid").stringValue())
                .succeeds();
        world.owner(
                        "/entityType.removeRule",
                        "type_name",
                        "pet",
                        "uuid",
                        rule.path("uuid").stringValue())
                .fails(200, "invalid_argument");
        world.record("pet", "{'name':'b3'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"match-all":"["}                 | match-all needs a regular expression
            {"match":"a"}                     | unknown operator: match
            {"and":{}}                        | and needs a JSON array
            {"max-length":"5"}                | max-length needs a whole number
            {"not":{"or":[{}]}}               | a definition must be a JSON object with one operator
            """)
    void saysWhatIsWrongWithARule(String definition, String reason) {
        var body = world.owner("/entityType.addRule", "type_name", "pet", "description", "d", "definition", definition)
                .fails(200, "invalid_argument");
        assertThat(body.path("error_description").stringValue()).endsWith(reason);
    }

    @Test
    void losesPatienceWithPatternsThatNeverEnd() {
        world.owner(
                        "/entityType.addRule",
                        "type_name",
                        "pet",
                        "description",
                        "d",
                        "definition",
                        json("{'match-all':'(a+)+b'}"))
                .succeeds();
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'name':'" + "a".repeat(60) + "'}"))
                .fails(360, "constraint_violation");
        world.record("pet", "{'name':'aab'}");
    }

    @Test
    void keepsProperties() {
        var property = world.owner(
                        "/entityType.addProperty",
                        "type_name",
                        "pet",
                        "property",
                        "shown",
                        "attributes",
                        json("['name']"),
                        "definition",
                        "[1]")
                .succeeds()
                .path("result");
        assertThat(world.owner("/entityType.properties", "type_name", "pet")
                        .succeeds()
                        .path("results")
                        .path(0))
                .isEqualTo(property);
        world.owner(
                        "/entityType.removeProperty",
                        "type_name",
                        "pet",
                        "uuid",
                        property.path("uuid").stringValue())
                .succeeds();
        assertThat(world.owner("/entityType.properties", "type_name", "pet")
                        .succeeds()
                        .path("results")
                        .size())
                .isZero();
    }

    /** As the vendor's own library sends it: the whole property in one argument. */
    @Test
    void takesAPropertyInOnePieceAndKeepsToIt() {
        var rule = property(
                        "{'attributes':['/name'],'type':'rule','definition':{'max-length':3},'description':'short'}")
                .succeeds()
                .path("result");
        assertThat(rule.path("attributes").toString()).isEqualTo(json("['/name']"));
        assertThat(rule.path("property").stringValue()).isEqualTo("rule");
        assertThat(rule.path("definition").toString()).isEqualTo(json("{'max-length':3}"));
        assertThat(rule.path("description").stringValue()).isEqualTo("short");
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'name':'long'}"))
                .failsAt(360, "constraint_violation", "/name");
        var unique = property("{'attributes':['name','home.city'],'type':'unique'}")
                .succeeds()
                .path("result");
        assertThat(unique.path("property").stringValue()).isEqualTo("unique");
        assertThat(unique.has("definition")).isFalse();
        assertThat(results("/entityType.properties")).containsExactlyInAnyOrder(rule, unique);
        assertThat(results("/entityType.rules")).containsExactly(rule);
        for (var each : List.of(rule, unique)) {
            var uuid = each.path("uuid").stringValue();
            world.owner("/entityType.removeProperty", "type_name", "pet", "uuid", uuid)
                    .succeeds();
            world.owner("/entityType.removeProperty", "type_name", "pet", "uuid", uuid)
                    .fails(200, "invalid_argument");
        }
        world.record("pet", "{'name':'long'}");
    }

    @Test
    void holdsAttributesThatAreUniqueTogether() {
        world.record("pet", "{'name':'bo','home':{'city':'Rome'}}");
        property("{'attributes':['name','home.city'],'type':'unique'}").succeeds();
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'name':'Bo','home':{'city':'ROME'}}"))
                .failsAt(361, "unique_violation", "/name");
        var other = world.record("pet", "{'name':'bo','home':{'city':'Bonn'}}");
        world.record("pet", "{'name':'bo'}");
        world.record("pet", "{'name':'bo'}");
        world.owner("/entity.update", "type_name", "pet", "uuid", other, "attributes", json("{'home':{'city':'Rome'}}"))
                .failsAt(361, "unique_violation", "/name");
        world.owner("/entity.update", "type_name", "pet", "uuid", other, "attributes", json("{'home':{'zip':'1'}}"))
                .succeeds();
        world.record("pet", "{'name':'al','tag':'1','home':{'zip':'1'}}");
        world.owner("/entityType.removeAttribute", "type_name", "pet", "attribute_name", "home.city")
                .succeeds();
        world.record("pet", "{'name':'bo'}");
        property("{'attributes':['home.zip'],'type':'unique'}").fails(361, "unique_violation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'type':'rule','definition':{'match':'a'}}    | 200 | invalid_argument
            {'type':'rule'}                               | 200 | invalid_argument
            {'attributes':['/name']}                      | 200 | invalid_argument
            {'type':7}                                    | 200 | invalid_argument
            {'type':'unique','attributes':'/name'}        | 200 | invalid_argument
            {'type':'unique','attributes':[]}             | 200 | invalid_argument
            {'type':'unique','attributes':['toys.kind']}  | 200 | invalid_argument
            {'type':'unique','attributes':['/nope']}      | 223 | unknown_attribute
            """)
    void saysWhatIsWrongWithAProperty(String property, int code, String error) {
        property(property).fails(code, error);
    }

    private SimulatorFixture.Reply property(String property) {
        return world.owner("/entityType.addProperty", "type_name", "pet", "property", json(property));
    }

    private List<JsonNode> results(String operation) {
        return List.copyOf(world.owner(operation, "type_name", "pet")
                .succeeds()
                .path("results")
                .values());
    }

    @Test
    void showsAClientOnlyWhatItMaySee() {
        var uuid = world.record("pet", "{'name':'bo','tag':'1','home':{'city':'x','zip':'2'}}");
        var client = world.owner("/clients/add", "description", "d", "features", json("['direct_access']"))
                .succeeds();
        var id = client.path("client_id").stringValue();
        var secret = client.path("client_secret").stringValue();
        access(id, "read", "['name','/home/city']");
        var record = world.as(id, secret, "/entity", "type_name", "pet", "uuid", uuid)
                .succeeds()
                .path("result");
        assertThat(record.propertyNames()).containsExactly("id", "uuid", "created", "lastUpdated", "name", "home");
        assertThat(record.path("home").toString()).isEqualTo(json("{'city':'x'}"));
        world.as(id, secret, "/entity", "type_name", "pet", "uuid", uuid, "attribute_name", "tag")
                .failsAt(223, "unknown_attribute", "/tag");
        world.as(id, secret, "/entity.find", "type_name", "pet", "attributes", json("['home.zip']"))
                .failsAt(223, "unknown_attribute", "/home/zip");
        assertThat(world.as(id, secret, "/entity.find", "type_name", "pet")
                        .succeeds()
                        .path("results")
                        .path(0))
                .isEqualTo(record);
        access(id, "write", "['tag','toys']");
        world.as(id, secret, "/entity.update", "type_name", "pet", "uuid", uuid, "attributes", json("{'name':'x'}"))
                .failsAt(223, "unknown_attribute", "/name");
        world.as(
                        id,
                        secret,
                        "/entity.update",
                        "type_name",
                        "pet",
                        "uuid",
                        uuid,
                        "attributes",
                        json("{'tag':'2','toys':[{'kind':'k'}]}"))
                .succeeds();
        world.as(id, secret, "/entity.create", "type_name", "pet", "attributes", json("{'home':{'city':'x'}}"))
                .failsAt(223, "unknown_attribute", "/home/city");
        var schema = world.owner(
                        "/entityType.getAccessSchema", "type_name", "pet", "for_client_id", id, "access_type", "write")
                .succeeds()
                .path("schema");
        assertThat(schema.path("attr_defs").values().stream()
                        .map(definition -> definition.path("name"))
                        .map(JsonNode::stringValue))
                .containsExactly("id", "uuid", "created", "lastUpdated", "tag", "toys");
        world.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        "pet",
                        "for_client_id",
                        id,
                        "access_type",
                        "read",
                        "attributes",
                        json("['nope']"))
                .failsAt(223, "unknown_attribute", "/nope");
        world.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        "pet",
                        "for_client_id",
                        id,
                        "access_type",
                        "all",
                        "attributes",
                        "[]")
                .fails(200, "invalid_argument");
    }

    @Test
    void letsUsersOfALoginClientWriteOnlyWhatTheSchemaSays() {
        var uuid = world.record("pet", "{'name':'bo'}");
        var token = world.owner("/access/getAccessToken", "type_name", "pet", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
        world.anyone("/entity", "access_token", token).succeeds();
        var update = new String[] {"access_token", token, "attributes", json("{'name':'x'}")};
        world.anyone("/entity.update", update).failsAt(223, "unknown_attribute", "/name");
        access("login", "write_with_token", "['name']");
        world.anyone("/entity.update", update).succeeds();
    }

    @Test
    void remembersWhatWas() {
        var id = world.owner("/entity.create", "type_name", "pet", "attributes", json("{'name':'first'}"));
        var number = id.succeeds().path("id").toString();
        world.advance(Duration.ofMinutes(1));
        world.owner("/entity.update", "type_name", "pet", "id", number, "attributes", json("{'name':'second'}"))
                .succeeds();
        world.advance(Duration.ofMinutes(1));
        world.owner("/entity.delete", "type_name", "pet", "id", number).succeeds();
        assertThat(version(number, "2026-03-01 12:00:59")
                        .succeeds()
                        .path("result")
                        .path("name")
                        .stringValue())
                .isEqualTo("first");
        assertThat(version(number, "2026-03-01 12:01:00")
                        .succeeds()
                        .path("result")
                        .path("name")
                        .stringValue())
                .isEqualTo("second");
        version(number, "2026-03-01 11:59:59").fails(310, "record_not_found");
        world.owner("/entityType.removeAttribute", "type_name", "pet", "attribute_name", "tag")
                .succeeds();
        assertThat(world.owner("/versions/entityType", "type_name", "pet", "timestamp", "2026-03-01 12:00:30")
                        .succeeds()
                        .toString())
                .contains("tag");
        assertThat(world.owner("/versions/entityType", "type_name", "pet", "timestamp", "now")
                        .succeeds()
                        .toString())
                .doesNotContain("\"tag\"");
        world.owner("/versions/entityType", "type_name", "pet", "timestamp", "2025-01-01")
                .fails(222, "unknown_entity_type");
    }

    @Test
    void deletesManyOnlyWhenItIsMeant() {
        world.record("pet", "{'name':'a'}");
        world.record("pet", "{'name':'b'}");
        var some = new String[] {"type_name", "pet", "filter", "name = 'a'"};
        assertThat(world.owner("/entity.bulkDelete", some)
                        .succeeds()
                        .path("delete_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(count()).isEqualTo(2);
        world.owner("/entity.bulkDelete", "type_name", "pet", "filter", "name = 'a'", "commit", "true")
                .succeeds();
        assertThat(count()).isEqualTo(1);
        world.owner("/entity.purge", "type_name", "pet", "commit", "false").succeeds();
        assertThat(count()).isEqualTo(1);
        world.owner("/entity.purge", "type_name", "pet", "commit", "true").succeeds();
        assertThat(count()).isZero();
    }

    @Test
    void movesAnElementToAnotherRecord() {
        var from = world.owner(
                        "/entity.create",
                        "type_name",
                        "pet",
                        "include_record",
                        "true",
                        "attributes",
                        json("{'toys':[{'kind':'ball'}]}"))
                .succeeds()
                .path("result");
        var to = world.owner("/entity.create", "type_name", "pet", "attributes", "{}")
                .succeeds()
                .path("id")
                .toString();
        var child = from.path("toys").path(0).path("id").toString();
        world.owner("/entity.adopt", "type_name", "pet", "id", to, "attribute_name", "toys", "child_id", "999")
                .fails(310, "record_not_found");
        world.owner("/entity.adopt", "type_name", "pet", "id", to, "attribute_name", "name", "child_id", child)
                .fails(200, "invalid_argument");
        world.owner("/entity.adopt", "type_name", "pet", "id", to, "attribute_name", "toys", "child_id", child)
                .succeeds();
        assertThat(world.owner("/entity", "type_name", "pet", "id", to)
                        .succeeds()
                        .path("result")
                        .path("toys")
                        .path(0)
                        .path("kind")
                        .stringValue())
                .isEqualTo("ball");
        assertThat(world.owner(
                                "/entity",
                                "type_name",
                                "pet",
                                "id",
                                from.path("id").toString())
                        .succeeds()
                        .path("result")
                        .path("toys")
                        .size())
                .isZero();
    }

    private int count() {
        return world.owner("/entity.count", "type_name", "pet")
                .succeeds()
                .path("total_count")
                .asInt();
    }

    private SimulatorFixture.Reply version(String id, String time) {
        return world.owner("/versions/entity", "type_name", "pet", "id", id, "timestamp", time);
    }

    private void access(String client, String type, String attributes) {
        world.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        "pet",
                        "for_client_id",
                        client,
                        "access_type",
                        type,
                        "attributes",
                        json(attributes))
                .succeeds();
    }

    private SimulatorFixture.Reply rename(String source, String target) {
        return world.owner(
                "/entityType.renameAttribute", "type_name", "pet", "source_name", source, "target_name", target);
    }
}
