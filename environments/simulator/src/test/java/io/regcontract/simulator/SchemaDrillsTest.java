package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What drills of schemas leave alone: other types, clients and applications, and what somebody else changed since. */
class SchemaDrillsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void makeTypes() {
        world.type(
                "badges",
                "[{'name':'badge','type':'string'},{'name':'note','type':'string'},{'name':'text','type':'string'}]");
        world.type("others", "[{'name':'badge','type':'string'}]");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void takeAnAttributeAwayInTheMiddleOfAnExport() {
        for (int number = 1; number <= 6; number++) {
            world.record("badges", "{'badge':'" + number + "'}");
        }
        world.record("others", "{'badge':'7'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.ATTRIBUTE_REMOVED).from(3))) {
            page("badges", 0).succeeds();
            page("badges", 2).succeeds();
            page("badges", 4).failsAt(223, "unknown_attribute", "/badge");
            page("others", 0).succeeds();
            world.owner("/entity.find", "type_name", "badges").succeeds();
            assertThat(drill.calls()).isEqualTo(4);
        }
        assertThat(page("badges", 4)
                        .succeeds()
                        .path("results")
                        .path(0)
                        .path("badge")
                        .stringValue())
                .isEqualTo("5");
    }

    @Test
    void bringATypeBackWithItsRecords() {
        var uuid = world.record("badges", "{'badge':'7'}");
        var before = entity("badges", uuid);
        try (var drill = arm(DrillOrder.of(ErrorDrill.ENTITY_TYPE_REMOVED))) {
            world.owner("/entity.count", "type_name", "badges").fails(222, "unknown_entity_type");
            world.owner("/entityType", "type_name", "badges").fails(222, "unknown_entity_type");
            world.owner("/entity.count", "type_name", "others").succeeds();
            assertThat(world.owner("/entityType.list")
                            .succeeds()
                            .path("results")
                            .toString())
                    .doesNotContain("badges")
                    .contains("others");
            assertThat(drill.calls()).isEqualTo(3);
        }
        assertThat(entity("badges", uuid)).isEqualTo(before);
    }

    @Test
    void leaveATypeOfTheSameNameThatSomebodyElseMade() {
        world.record("badges", "{'badge':'7'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.ENTITY_TYPE_REMOVED))) {
            world.owner("/entity.count", "type_name", "badges").fails(222, "unknown_entity_type");
            world.type("badges", "[{'name':'colour','type':'string'}]");
            assertThat(count("badges")).isZero();
            world.record("badges", "{'colour':'red'}");
            assertThat(drill.calls()).isPositive();
        }
        assertThat(count("badges")).isEqualTo(1);
        world.owner("/entity.find", "type_name", "badges", "attributes", "[\"colour\"]")
                .succeeds();
    }

    @Test
    void leaveAnAttributeOfTheSameNameThatSomebodyElseMade() {
        var uuid = world.record("badges", "{'badge':'7'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.ATTRIBUTE_REMOVED))) {
            page("badges", 0).fails(223, "unknown_attribute");
            world.owner(
                            "/entityType.addAttribute",
                            "type_name",
                            "badges",
                            "attr_def",
                            "{\"name\":\"badge\",\"type\":\"integer\"}")
                    .succeeds();
            assertThat(entity("badges", uuid)).contains("\"badge\":null");
            assertThat(drill.calls()).isEqualTo(1);
        }
        assertThat(entity("badges", uuid)).contains("\"badge\":null");
        world.owner("/entity.update", "type_name", "badges", "uuid", uuid, "attributes", "{\"badge\":8}")
                .succeeds();
    }

    @Test
    void hideAnAttributeFromOneClientOnly() {
        var uuid = world.record("badges", "{'badge':'7'}");
        var reader = world.owner("/clients/add", "description", "reader", "features", "[\"direct_read_access\"]")
                .succeeds();
        var id = reader.path("client_id").stringValue();
        var secret = reader.path("client_secret").stringValue();
        var call = new String[] {"type_name", "badges", "uuid", uuid, "attribute_name", "badge"};
        try (var drill = arm(DrillOrder.of(ErrorDrill.ATTRIBUTE_HIDDEN).client(id))) {
            world.owner("/entity", call).succeeds();
            world.as(id, secret, "/entity", call).failsAt(223, "unknown_attribute", "/badge");
            world.owner("/entity", call).succeeds();
            assertThat(drill.calls()).isEqualTo(1);
        }
        world.as(id, secret, "/entity", call).succeeds();
        try (var drill = arm(DrillOrder.of(ErrorDrill.ATTRIBUTE_HIDDEN).client(id))) {
            world.as(id, secret, "/entity", call).fails(223, "unknown_attribute");
            world.owner(
                            "/entityType.setAccessSchema",
                            "type_name",
                            "badges",
                            "for_client_id",
                            id,
                            "access_type",
                            "read",
                            "attributes",
                            "[\"note\"]")
                    .succeeds();
            assertThat(drill.code()).isEqualTo(223);
        }
        world.as(id, secret, "/entity", call).fails(223, "unknown_attribute");
        world.as(id, secret, "/entity", "type_name", "badges", "uuid", uuid, "attribute_name", "note")
                .succeeds();
    }

    @Test
    void letAWriteSucceedThatTheNewDefinitionAllows() {
        var uuid = world.record("badges", "{'badge':'7'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.LENGTH_TIGHTENED))) {
            write(uuid, "badge", "seven").failsAt(363, "length_violation", "/badge");
            write(uuid, "badge", "four").succeeds();
            write(uuid, "note", "of any length").succeeds();
            assertThat(drill.calls()).isEqualTo(3);
        }
        write(uuid, "badge", "seven").succeeds();
    }

    @Test
    void leaveAConstraintThatSomebodyElseSetSince() {
        var uuid = world.record("badges", "{'badge':'seven'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.CONSTRAINT_ADDED))) {
            write(uuid, "badge", "no. 8").fails(360, "constraint_violation");
            world.owner(
                            "/entityType.setAttributeConstraints",
                            "type_name",
                            "badges",
                            "attribute_name",
                            "badge",
                            "constraints",
                            "[\"alphanumeric\"]")
                    .succeeds();
            assertThat(drill.calls()).isEqualTo(1);
        }
        write(uuid, "badge", "no. 8").fails(360, "constraint_violation");
        write(uuid, "badge", "8").succeeds();
    }

    @Test
    void searchStillWhereAnAttributeGetsAnotherType() {
        var uuid = world.record("badges", "{'badge':'seven'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.ATTRIBUTE_TYPE_CHANGED))) {
            write(uuid, "badge", "eight").fails(341, "invalid_json_type");
            world.owner("/entity.find", "type_name", "badges", "filter", "badge > 3", "sort_on", "[\"badge\"]")
                    .succeeds();
            world.owner("/entity.find", "type_name", "badges", "filter", "note is null")
                    .succeeds();
            world.record("badges", "{'badge':8}");
            assertThat(drill.calls()).isEqualTo(2);
        }
        world.owner("/entity.find", "type_name", "badges", "filter", "badge = 'seven'", "sort_on", "[\"badge\"]")
                .succeeds();
        assertThat(world.faults).isEmpty();
    }

    @Test
    void takeTheNameOfATypeThatIsAboutToBeMade() {
        try (var drill = arm(DrillOrder.of(ErrorDrill.ENTITY_TYPE_TAKEN))) {
            world.owner("/entityType.create", "type_name", "fresh", "attr_defs", "[]")
                    .fails(232, "entity_type_exists");
            world.owner("/entityType.create", "type_name", "another", "attr_defs", "[]")
                    .succeeds();
            world.record("fresh", "{}");
            assertThat(drill.calls()).isEqualTo(2);
        }
        assertThat(count("fresh")).as("somebody has filled it").isEqualTo(1);
    }

    @Test
    void areUndoneBeforeASimulatorEndsThatKeepsItsState(@TempDir Path directory) {
        var file = directory.resolve("state");
        String before;
        String uuid;
        try (var kept = new SimulatorFixture(builder -> builder.state(file))) {
            kept.type("badges", "[{'name':'badge','type':'string'}]");
            uuid = kept.record("badges", "{'badge':'7'}");
            before = kept.owner("/entity", "type_name", "badges", "uuid", uuid).text();
            kept.simulator.control().drill(ErrorDrill.ATTRIBUTE_REMOVED);
            kept.simulator.control().drill(ErrorDrill.ENTITY_TYPE_REMOVED);
            kept.owner("/entity.find", "type_name", "badges", "attributes", "[\"badge\"]")
                    .fails(222, "unknown_entity_type");
        }
        try (var again = new SimulatorFixture(builder -> builder.state(file))) {
            assertThat(again.owner("/entity", "type_name", "badges", "uuid", uuid)
                            .text())
                    .isEqualTo(before);
        }
    }

    @Test
    void leaveOtherApplicationsAlone() {
        var other = world.control("POST", "/applications", "{}");
        var id = other.path("ownerClientId").stringValue();
        var secret = other.path("ownerClientSecret").stringValue();
        world.as(id, secret, "/entityType.create", "type_name", "badges", "attr_defs", "[]")
                .succeeds();
        try (var drill = arm(DrillOrder.of(ErrorDrill.ENTITY_TYPE_REMOVED))) {
            world.as(id, secret, "/entity.count", "type_name", "badges").succeeds();
            assertThat(drill.calls()).isZero();
            world.owner("/entity.count", "type_name", "badges").fails(222, "unknown_entity_type");
            world.as(id, secret, "/entity.count", "type_name", "badges").succeeds();
        }
        world.control("DELETE", "/applications/" + other.path("id").stringValue(), "");
    }

    private ArmedErrorDrill arm(DrillOrder order) {
        return world.simulator.control().drill(order);
    }

    private SimulatorFixture.Reply page(String type, int first) {
        return world.owner(
                "/entity.find",
                "type_name",
                type,
                "attributes",
                "[\"badge\"]",
                "max_results",
                "2",
                "first_result",
                Integer.toString(first));
    }

    private SimulatorFixture.Reply write(String uuid, String attribute, String value) {
        return world.owner(
                "/entity.update",
                "type_name",
                "badges",
                "uuid",
                uuid,
                "attributes",
                SimulatorFixture.json("{'" + attribute + "':'" + value + "'}"));
    }

    private String entity(String type, String uuid) {
        return world.owner("/entity", "type_name", type, "uuid", uuid)
                .succeeds()
                .path("result")
                .toString();
    }

    private int count(String type) {
        return world.owner("/entity.count", "type_name", type)
                .succeeds()
                .path("total_count")
                .asInt();
    }
}
