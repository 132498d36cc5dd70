package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Searching: filters, order, pages and parts of records. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindRecordsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeAll
    void createRecords() {
        world.type(
                "pet",
                "[{'name':'name','type':'string'},{'name':'age','type':'integer'},"
                        + "{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'},{'name':'zip','type':'string'}]}]");
        world.record("pet", "{'name':'b','age':10,'home':{'city':'x','zip':'1'}}");
        world.record("pet", "{'name':'a','age':9}");
        world.record("pet", "{'name':'c','age':9}");
        world.record("pet", "{'name':'d'}");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void sorts() {
        assertThat(names()).containsExactly("b", "a", "c", "d");
        assertThat(names("sort_on", "[\"name\"]")).containsExactly("a", "b", "c", "d");
        assertThat(names("sort_on", "[\"-age\",\"-name\"]")).containsExactly("b", "c", "a", "d");
    }

    @Test
    void findsByKeysThatAreAllWrittenAsStrings() {
        world.type("card", "[{'name':'number','type':'integer','constraints':['unique']}]");
        var uuid = world.record("card", "{'number':7}");
        var id = world.owner("/entity", "type_name", "card", "uuid", uuid)
                .succeeds()
                .path("result")
                .path("id")
                .toString();
        for (var key : List.of(
                List.of("id", id),
                List.of("id", "'" + id + "'"),
                List.of("number", "7"),
                List.of("number", "'7'"),
                List.of("uuid", "'" + uuid.toUpperCase(Locale.ROOT) + "'"))) {
            var found = world.owner(
                            "/entity", "type_name", "card", "key_attribute", key.get(0), "key_value", json(key.get(1)))
                    .succeeds();
            assertThat(found.path("result").path("uuid").stringValue())
                    .as(key.toString())
                    .isEqualTo(uuid);
        }
        world.owner("/entity", "type_name", "card", "key_attribute", "number", "key_value", json("'seven'"))
                .fails(310, "record_not_found");
    }

    @Test
    void sortsByAttributesThatThereAre() {
        find("sort_on", "[\"-nope\"]").failsAt(223, "unknown_attribute", "/nope");
    }

    @Test
    void turnsPages() {
        assertThat(names("sort_on", "[\"name\"]", "max_results", "2", "first_result", "1"))
                .containsExactly("b", "c");
        var body = find("max_results", "1", "show_total_count", "true", "filter", "age = 9")
                .succeeds();
        assertThat(body.path("result_count").asInt()).isEqualTo(1);
        assertThat(body.path("total_count").asInt()).isEqualTo(2);
        assertThat(find().succeeds().has("total_count")).isFalse();
    }

    @Test
    void showsPartsOfRecords() {
        var first = find("attributes", json("['name','home.city']"), "filter", "name = 'b'")
                .succeeds()
                .path("results")
                .path(0);
        assertThat(first.toString()).isEqualTo(json("{'name':'b','home':{'city':'x'}}"));
    }

    /** A client that links accounts goes through the elements of profiles and asks each for its domain. */
    @Test
    void keepsThePluralsOfAPartAsLists() {
        world.type(
                "member",
                "[{'name':'email','type':'string','constraints':['unique']},{'name':'profiles','type':'plural','attr_defs':["
                        + "{'name':'domain','type':'string'},{'name':'identifier','type':'string'},{'name':'note','type':'string'},"
                        + "{'name':'photos','type':'plural','attr_defs':[{'name':'url','type':'string'},{'name':'size','type':'integer'}]}]}]");
        var uuid = world.record(
                "member",
                "{'email':'ada@example.com','profiles':[{'domain':'a','identifier':'1','note':'x','photos':[{'url':'u','size':3}]},"
                        + "{'domain':'b','identifier':'2'}]}");
        assertThat(part(uuid, "['profiles.domain','profiles.identifier']"))
                .isEqualTo(json("{'profiles':[{'domain':'a','identifier':'1'},{'domain':'b','identifier':'2'}]}"));
        assertThat(part(uuid, "['/profiles/photos/url','email']"))
                .isEqualTo(json("{'profiles':[{'photos':[{'url':'u'}]},{'photos':[]}],'email':'ada@example.com'}"));
        var second = world.owner("/entity", "type_name", "member", "uuid", uuid, "attribute_name", "profiles")
                .succeeds()
                .path("result")
                .path(1)
                .path("id")
                .asLong();
        assertThat(part(uuid, "['profiles#" + second + ".domain']")).isEqualTo(json("{'profiles':[{'domain':'b'}]}"));
        world.owner("/entity", "type_name", "member", "uuid", uuid, "attributes", json("['profiles#999.domain']"))
                .fails(310, "record_not_found");
    }

    @Test
    void counts() {
        assertThat(world.owner("/entity.count", "type_name", "pet", "filter", "age is null or home.zip = '1'")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void writesCompactJson() {
        assertThat(find("attributes", "[\"age\"]").text())
                .isEqualTo(
                        json("{'result_count':4,'results':[{'age':10},{'age':9},{'age':9},{'age':null}],'stat':'ok'}"));
    }

    private String part(String uuid, String attributes) {
        return world.owner("/entity", "type_name", "member", "uuid", uuid, "attributes", json(attributes))
                .succeeds()
                .path("result")
                .toString();
    }

    private List<String> names(String... more) {
        return find(more).succeeds().path("results").values().stream()
                .map(record -> record.path("name"))
                .map(JsonNode::stringValue)
                .toList();
    }

    private SimulatorFixture.Reply find(String... more) {
        var all = new ArrayList<>(List.of("type_name", "pet"));
        all.addAll(List.of(more));
        return world.owner("/entity.find", all.toArray(String[]::new));
    }
}
