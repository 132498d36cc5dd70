package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What drills of records and flows leave alone: other persons, and what somebody else changed since. */
class RecordDrillsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void makeTypes() {
        world.type(
                "badges",
                "[{'name':'badge','type':'string','constraints':['unique']},{'name':'note','type':'string'},"
                        + "{'name':'cards','type':'plural','attr_defs':[{'name':'number','type':'string'}]}]");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void deleteARecordAndBringItBackWithItsTimesAndTokens() {
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        world.record("user", "{'email':'bob@example.com'}");
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("accessToken")
                .stringValue();
        var before = entity("user", uuid);
        world.clock.move(Duration.ofMinutes(1));
        try (var drill = arm(DrillOrder.of(ErrorDrill.RECORD_DELETED).person("ada@example.com"))) {
            byAddress("bob@example.com").succeeds();
            byAddress("ada@example.com").fails(310, "record_not_found");
            byAddress("bob@example.com").succeeds();
            world.anyone("/entity", "access_token", token).fails(200, "invalid_argument");
            assertThat(drill.calls()).isEqualTo(1);
        }
        assertThat(entity("user", uuid)).isEqualTo(before);
        assertThat(world.anyone("/entity", "access_token", token).succeeds().path("result"))
                .isEqualTo(before);
    }

    @Test
    void doNotBringARecordBackOverOneThatHasItsAddressByThen() {
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        String other;
        try (var drill = arm(DrillOrder.of(ErrorDrill.RECORD_DELETED))) {
            byAddress("ada@example.com").fails(310, "record_not_found");
            other = world.record("user", "{'email':'ada@example.com'}");
            assertThat(drill.code()).isEqualTo(310);
        }
        assertThat(byAddress("ada@example.com")
                        .succeeds()
                        .path("result")
                        .path("uuid")
                        .stringValue())
                .isEqualTo(other);
        world.owner("/entity", "type_name", "user", "uuid", uuid).fails(310, "record_not_found");
    }

    @Test
    void deleteOneElementAndBringItBackInItsPlace() {
        var uuid = world.record("badges", "{'badge':'7','cards':[{'number':'1'},{'number':'2'},{'number':'3'}]}");
        var before = entity("badges", uuid);
        var first = before.path("cards").path(0).path("id").asLong();
        var second = before.path("cards").path(1).path("id").asLong();
        try (var drill = arm(DrillOrder.of(ErrorDrill.ELEMENT_DELETED).from(2))) {
            card(uuid, first).succeeds();
            card(uuid, second).fails(310, "record_not_found");
            card(uuid, first).succeeds();
            assertThat(drill.calls()).isEqualTo(3);
        }
        assertThat(entity("badges", uuid)).isEqualTo(before);
    }

    @Test
    void leaveWhatSomebodyElseWroteSince() {
        var uuid = world.record("badges", "{'badge':'7'}");
        var read = entity("badges", uuid).path("lastUpdated").stringValue();
        try (var drill = arm(DrillOrder.of(ErrorDrill.RECORD_CHANGED))) {
            write(uuid, "{'note':'mine'}").succeeds();
            var mine = entity("badges", uuid).path("lastUpdated").stringValue();
            writeIfUnchanged(uuid, mine, "{'note':'again'}").fails(330, "timestamp_mismatch");
            world.clock.move(Duration.ofMinutes(1));
            write(uuid, "{'note':'somebody else'}").succeeds();
            assertThat(drill.calls()).isEqualTo(1);
        }
        assertThat(entity("badges", uuid).path("note").stringValue()).isEqualTo("somebody else");
        writeIfUnchanged(uuid, read, "{'note':'late'}").fails(330, "timestamp_mismatch");
    }

    @Test
    void takeOneValueAndNoOther() {
        try (var drill = arm(DrillOrder.of(ErrorDrill.VALUE_TAKEN))) {
            create("{'badge':'7'}").failsAt(361, "unique_violation", "/badge");
            create("{'badge':'8'}").succeeds();
            assertThat(drill.calls()).isEqualTo(2);
        }
        create("{'badge':'7'}").succeeds();
    }

    @Test
    void leaveTheRecordThatTookAValueWhereSomebodyHasChangedIt() {
        try (var drill = arm(DrillOrder.of(ErrorDrill.VALUE_TAKEN))) {
            create("{'badge':'7'}").fails(361, "unique_violation");
            world.owner(
                            "/entity.update",
                            "type_name",
                            "badges",
                            "key_attribute",
                            "badge",
                            "key_value",
                            "\"7\"",
                            "attributes",
                            "{\"note\":\"mine now\"}")
                    .succeeds();
            assertThat(drill.calls()).isEqualTo(2);
        }
        create("{'badge':'7'}").fails(361, "unique_violation");
    }

    @Test
    void registerOneStrangerBeforeTheyDo() {
        try (var drill = arm(DrillOrder.of(ErrorDrill.ADDRESS_TAKEN).person("ada@example.com"))) {
            register("bob@example.com").succeeds();
            assertThat(register("ada@example.com")
                            .fails(380, "email_address_in_use")
                            .path("existing_provider")
                            .stringValue())
                    .isEqualTo("capture");
            register("eve@example.com").succeeds();
            assertThat(drill.calls()).isEqualTo(1);
        }
        register("ada@example.com").succeeds();
    }

    @Test
    void nameTheProviderOfAnAccountWithoutAPassword() {
        try (var drill = arm(DrillOrder.of(ErrorDrill.ADDRESS_TAKEN_BY_SOCIAL))) {
            assertThat(register("ada@example.com")
                            .fails(380, "email_address_in_use")
                            .path("existing_provider")
                            .stringValue())
                    .isEqualTo("facebook.com");
            assertThat(drill.calls()).isEqualTo(1);
        }
        register("ada@example.com").succeeds();
    }

    @Test
    void refuseNewRecordsAndShowThoseThatAreThere() {
        var uuid = world.record("badges", "{'badge':'7'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.CREATING_REFUSED))) {
            create("{'badge':'8'}").fails(300, "error_creating_record");
            entity("badges", uuid);
            assertThat(drill.calls()).isEqualTo(1);
        }
        create("{'badge':'8'}").succeeds();
    }

    @Test
    void raiseAnErrorAtOneStepOfAFlow() {
        world.record("user", "{'email':'ada@example.com','password':'ada-secret'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.FLOW_TRIGGER_ADDED).at("/oauth/auth_native_traditional"))) {
            signIn().fails(540, "triggered_error");
            register("bob@example.com").succeeds();
            assertThat(drill.calls()).isEqualTo(1);
        }
        signIn().succeeds();
    }

    @Test
    void keepWhatSomebodyElsePublishedInAFlow() {
        world.record("user", "{'email':'ada@example.com','password':'ada-secret'}");
        try (var drill = arm(DrillOrder.of(ErrorDrill.FLOW_FORM_BROKEN))) {
            signIn().fails(226, "flow_error");
            var flow = world.control("GET", "/applications/shop/flows/standard", "")
                    .toString()
                    .replace("\"tellsWhichPartWasWrong\":false", "\"tellsWhichPartWasWrong\":true");
            world.control("PUT", "/applications/shop/flows/standard", flow);
            assertThat(drill.calls()).isEqualTo(1);
        }
        signIn().succeeds();
        world.login(
                        "/oauth/auth_native_traditional",
                        "flow",
                        "standard",
                        "flow_version",
                        "20260101000000000000",
                        "locale",
                        "en-US",
                        "form",
                        "signInForm",
                        "signInEmailAddress",
                        "nobody@example.com",
                        "currentPassword",
                        "whatever")
                .fails(212, "no_such_account");
    }

    private ArmedErrorDrill arm(DrillOrder order) {
        return world.simulator.control().drill(order);
    }

    private SimulatorFixture.Reply create(String attributes) {
        return world.owner("/entity.create", "type_name", "badges", "attributes", SimulatorFixture.json(attributes));
    }

    private SimulatorFixture.Reply write(String uuid, String attributes) {
        return world.owner(
                "/entity.update", "type_name", "badges", "uuid", uuid, "attributes", SimulatorFixture.json(attributes));
    }

    private SimulatorFixture.Reply writeIfUnchanged(String uuid, String time, String attributes) {
        return world.owner(
                "/entity.update",
                "type_name",
                "badges",
                "uuid",
                uuid,
                "lastUpdated",
                time,
                "attributes",
                SimulatorFixture.json(attributes));
    }

    private SimulatorFixture.Reply card(String uuid, long element) {
        return world.owner("/entity", "type_name", "badges", "uuid", uuid, "attribute_name", "cards#" + element);
    }

    private SimulatorFixture.Reply byAddress(String email) {
        return world.owner(
                "/entity", "type_name", "user", "key_attribute", "email", "key_value", SimulatorFixture.quoted(email));
    }

    private SimulatorFixture.Reply signIn() {
        return world.login(
                "/oauth/auth_native_traditional",
                "flow",
                "standard",
                "form",
                "signInForm",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                "ada-secret");
    }

    private SimulatorFixture.Reply register(String email) {
        return world.login(
                "/oauth/register_native_traditional",
                "flow",
                "standard",
                "form",
                "registrationForm",
                "emailAddress",
                email,
                "newPassword",
                "a-new-secret",
                "newPasswordConfirm",
                "a-new-secret");
    }

    private JsonNode entity(String type, String uuid) {
        return world.owner("/entity", "type_name", type, "uuid", uuid)
                .succeeds()
                .path("result");
    }
}
