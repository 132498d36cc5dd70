package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** 222, 223, 232 to 234: entity types and attributes that are not there, there already, or not to be touched. */
class SchemaErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void knowsTheTypesThatThereAre() {
        var body = world.owner("/entity", "type_name", "pet", "id", "1").fails(222, "unknown_entity_type");
        assertThat(body.path("type_name").stringValue()).isEqualTo("pet");
        world.type("pet", "[]");
        world.owner("/entity.find", "type_name", "pet").succeeds();
        world.owner("/entityType.delete", "type_name", "pet", "commit", "false").succeeds();
        world.owner("/entityType", "type_name", "pet").succeeds();
        world.owner("/entityType.delete", "type_name", "pet", "commit", "true").succeeds();
        world.owner("/entityType", "type_name", "pet").fails(222, "unknown_entity_type");
    }

    @Test
    void forgetsTheRecordsOfATypeThatIsDeleted() {
        world.type("pet", "[{'name':'tag','type':'string','constraints':['unique']}]");
        world.record("pet", "{'tag':'1'}");
        world.owner("/entityType.delete", "type_name", "pet", "commit", "true").succeeds();
        world.type("pet", "[{'name':'tag','type':'string','constraints':['unique']}]");
        world.record("pet", "{'tag':'1'}");
    }

    @Test
    void knowsTheAttributesThatThereAre() {
        var uuid = world.record("user", "{}");
        var update = new String[] {"type_name", "user", "uuid", uuid, "attributes", json("{'nickName':'Bo'}")};
        var body = world.owner("/entity.update", update).fails(223, "unknown_attribute");
        assertThat(body.path("attribute_name").stringValue()).isEqualTo("/nickName");
        assertThat(body.path("error_description").stringValue()).isEqualTo("attribute does not exist: /nickName");
        world.owner(
                        "/entityType.addAttribute",
                        "type_name",
                        "user",
                        "attr_def",
                        json("{'name':'nickName','type':'string'}"))
                .succeeds();
        world.owner("/entity.update", update).succeeds();
        world.owner("/entityType.removeAttribute", "type_name", "user", "attribute_name", "nickName")
                .succeeds();
        world.owner("/entity.update", update).fails(223, "unknown_attribute");
    }

    @Test
    void namesAnUnknownAttributeByItsWholePath() {
        world.type("pet", "[{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'}]}]");
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'home':{'town':'x'}}"))
                .failsAt(223, "unknown_attribute", "/home/town");
        var uuid = world.record("pet", "{'home':{'city':'x'}}");
        world.owner("/entity", "type_name", "pet", "uuid", uuid, "attribute_name", "home.town")
                .failsAt(223, "unknown_attribute", "/home/town");
        assertThat(world.owner("/entity", "type_name", "pet", "uuid", uuid, "attribute_name", "home.city")
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEqualTo("x");
        world.owner("/entity", "type_name", "pet", "uuid", uuid, "attributes", json("['tail']"))
                .failsAt(223, "unknown_attribute", "/tail");
        world.owner("/entityType.removeAttribute", "type_name", "pet", "attribute_name", "tail")
                .failsAt(223, "unknown_attribute", "/tail");
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "pet",
                        "attribute_name",
                        "tail",
                        "constraints",
                        "[]")
                .failsAt(223, "unknown_attribute", "/tail");
    }

    @Test
    void keepsNamesOfTypesApart() {
        world.type("pet", "[]");
        var body = world.owner("/entityType.create", "type_name", "pet", "attr_defs", "[]")
                .fails(232, "entity_type_exists");
        assertThat(body.path("type_name").stringValue()).isEqualTo("pet");
        world.owner("/entityType.create", "type_name", "pet2", "attr_defs", "[]")
                .succeeds();
        assertThat(world.owner("/entityType.list").succeeds().path("results").values().stream()
                        .map(JsonNode::stringValue))
                .containsExactly("pet", "pet2", "user");
    }

    @Test
    void keepsNamesOfAttributesApart() {
        var add = new String[] {"type_name", "user", "attr_def", json("{'name':'size','type':'integer'}")};
        world.owner("/entityType.addAttribute", add).succeeds();
        world.owner("/entityType.addAttribute", add).failsAt(233, "attribute_exists", "/size");
        world.owner(
                        "/entityType.addAttribute",
                        "type_name",
                        "user",
                        "attr_def",
                        json("{'name':'size2','type':'integer'}"))
                .succeeds();
        world.owner(
                        "/entityType.create",
                        "type_name",
                        "pet",
                        "attr_defs",
                        json("[{'name':'a','type':'string'},{'name':'a','type':'integer'}]"))
                .failsAt(233, "attribute_exists", "/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "uuid", "created", "lastUpdated"})
    void guardsReservedAttributes(String name) {
        world.owner("/entityType.removeAttribute", "type_name", "user", "attribute_name", name)
                .failsAt(234, "reserved_attribute", "/" + name);
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "user",
                        "attribute_name",
                        name,
                        "constraints",
                        "[]")
                .failsAt(234, "reserved_attribute", "/" + name);
        var uuid = world.record("user", "{}");
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", json("{'" + name + "':1}"))
                .failsAt(234, "reserved_attribute", "/" + name);
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attribute_name", name, "value", "1")
                .failsAt(234, "reserved_attribute", "/" + name);
        world.owner(
                        "/entityType.create",
                        "type_name",
                        "x",
                        "attr_defs",
                        json("[{'name':'" + name + "','type':'string'}]"))
                .failsAt(234, "reserved_attribute", "/" + name);
        world.owner("/entityType.removeAttribute", "type_name", "user", "attribute_name", "displayName")
                .succeeds();
    }

    @Test
    void showsASchemaAsItWasDefined() {
        var definition = "{'name':'badge','type':'string','description':'d','length':7,'case-sensitive':true,"
                + "'constraints':['required','unique'],'features':['query']}";
        world.type("pet", "[" + definition + "]");
        var schema = world.owner("/entityType", "type_name", "pet", "remove_reserved", "true")
                .succeeds()
                .path("schema");
        assertThat(schema.path("name").stringValue()).isEqualTo("pet");
        assertThat(schema.path("attr_defs").size()).isEqualTo(1);
        assertThat(schema.path("attr_defs").path(0)).isEqualTo(Json.read(json(definition)));
        assertThat(world.owner("/entityType", "type_name", "pet")
                        .succeeds()
                        .path("schema")
                        .path("attr_defs")
                        .size())
                .isEqualTo(5);
    }

    @Test
    void bindsNewValuesWithANewConstraintAndOldOnesWithUniqueness() {
        world.type("pet", "[{'name':'tag','type':'string'},{'name':'n','type':'integer'}]");
        var first = world.record("pet", "{'tag':'a1'}");
        var second = world.record("pet", "{'tag':'A1'}");
        var unique = new String[] {"type_name", "pet", "attribute_name", "tag", "constraints", json("['unique']")};
        world.owner("/entityType.setAttributeConstraints", unique).failsAt(361, "unique_violation", "/tag");
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "pet",
                        "attribute_name",
                        "tag",
                        "constraints",
                        json("['alphabetic']"))
                .succeeds();
        world.owner("/entity.update", "type_name", "pet", "uuid", first, "attributes", json("{'n':1}"))
                .succeeds();
        world.owner("/entity.update", "type_name", "pet", "uuid", first, "attributes", json("{'tag':'a2'}"))
                .failsAt(360, "constraint_violation", "/tag");
        world.owner("/entity.update", "type_name", "pet", "uuid", second, "attributes", json("{'tag':'b'}"))
                .succeeds();
        world.owner("/entityType.setAttributeConstraints", unique).succeeds();
        world.owner("/entity.update", "type_name", "pet", "uuid", second, "attributes", json("{'tag':'a1'}"))
                .failsAt(361, "unique_violation", "/tag");
    }
}
