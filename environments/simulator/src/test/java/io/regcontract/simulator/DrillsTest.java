package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How drills wait for their call, change the application and undo it. */
class DrillsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void expiresTheTokenOfTheNextCallAndOfNoOther() {
        var first = token(world.record("user", "{'email':'ada@example.com'}"));
        var second = token(world.record("user", "{'email':'bob@example.com'}"));

        try (var drill = world.simulator.control().drill(ErrorDrill.ACCESS_TOKEN_EXPIRED)) {
            world.anyone("/entity", "access_token", first).fails(414, "access_token_expired");
            world.anyone("/entity", "access_token", second).succeeds();
            assertThat(drill.calls()).isEqualTo(2);
        }

        world.anyone("/entity", "access_token", first).succeeds();
    }

    @Test
    void beginsAtTheThirdMatchingCallAndEndsAfterOne() {
        var control = world.simulator.control();
        try (var drill = control.drill(
                DrillOrder.of(ErrorDrill.MAINTENANCE).at("/entity.find").from(3).times(1))) {
            world.owner("/entity.find", "type_name", "user").succeeds();
            world.owner("/entity.count", "type_name", "user").succeeds();
            world.owner("/entity.find", "type_name", "user").succeeds();
            world.owner("/entity.find", "type_name", "user").fails(480, "api_feature_disabled");
            world.owner("/entity.find", "type_name", "user").succeeds();
            assertThat(drill.code()).isEqualTo(480);
        }
    }

    @Test
    void armsByCodeOrNameWhatItOffers() {
        var control = world.simulator.control();
        assertThat(control.offeredDrills())
                .filteredOn(drill -> drill.name().equals("access-token-expired"))
                .singleElement()
                .satisfies(drill -> {
                    assertThat(drill.code()).isEqualTo(414);
                    assertThat(drill.operations()).contains("/entity").doesNotContain("/entity.create");
                    assertThat(drill.does()).isNotBlank();
                });
        try (var byCode = control.drill(DrillOrder.of(414));
                var byName = control.drill(DrillOrder.named("maintenance"))) {
            assertThat(byCode.name()).isEqualTo("access-token-expired");
            assertThat(control.armedDrills()).extracting(drill -> drill.code()).containsExactly(414, 480);
            assertThat(byName.code()).isEqualTo(480);
        }
        assertThat(control.armedDrills()).isEmpty();
    }

    @Test
    void refusesAnAimAtWhatItsCauseCannotTellApart() {
        var control = world.simulator.control();
        assertThatThrownBy(() ->
                        control.drill(DrillOrder.of(ErrorDrill.MAINTENANCE).person("ada@example.com")))
                .isInstanceOf(ControlException.class)
                .hasMessage(
                        "The drill maintenance cannot be aimed at a person, since what it changes is shared; leave that"
                                + " out or aim at: [group, operation].");
    }

    @Test
    void refusesAnAimThatNoCallCanMeet() {
        var control = world.simulator.control();
        var expired = DrillOrder.of(ErrorDrill.ACCESS_TOKEN_EXPIRED);
        var refusals = Map.of(
                expired.person("nobody@example.com"),
                "No record of the application shop has that uuid, or that address in its attribute email; \"person\" is"
                        + " one of them.",
                expired.client("none"),
                "The application shop has no client none; \"client\" is the id of a client.",
                expired.at("/entity.create"),
                "The drill access-token-expired cannot show at /entity.create; GET .../drills lists the operations of"
                        + " each.",
                expired.group("settings"),
                "The drill access-token-expired cannot show in the group settings.",
                expired.at("/entity").group("oauth"),
                "The drill access-token-expired cannot show at /entity in the group oauth.",
                DrillOrder.of(ErrorDrill.QUOTA_USED_UP).client("login"),
                "The drill quota-used-up cannot be aimed at a client, since what it changes is shared; leave that out or"
                        + " aim at: [group, operation].");
        refusals.forEach((order, sentence) -> assertThatThrownBy(() -> control.drill(order))
                .isInstanceOf(ControlException.class)
                .hasMessage(sentence));
        assertThat(control.armedDrills()).isEmpty();
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        var reply = world.controlReply(
                "POST",
                "/applications/shop/drills",
                "{\"code\":480,\"operaton\":\"/entity\"}",
                SimulatorFixture.CONTROL_TOKEN);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("operaton");
    }

    @Test
    void refusesACodeThatIsNotTheOneOfTheNamedDrill() {
        var reply = world.controlReply(
                "POST",
                "/applications/shop/drills",
                "{\"drill\":\"access-token-expired\",\"code\":480}",
                SimulatorFixture.CONTROL_TOKEN);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("The drill access-token-expired leads to 414, not to 480");
        world.control("POST", "/applications/shop/drills", "{\"drill\":\"access-token-expired\",\"code\":414}");
    }

    @Test
    void countsTheCallsThatItIsAimedAtAndCouldChangeNothingFor() {
        try (var unknown = world.simulator.control().drill(ErrorDrill.APPLICATION_ID_UNKNOWN)) {
            world.owner("/clients/list");

            assertThat(unknown.passedOver()).isEqualTo(1);
            assertThat(unknown.calls()).isZero();
        }
    }

    @Test
    void listsDrillsWithoutACodeAndArmsThemByName() {
        var offered = world.control("GET", "/applications/shop/drills", "").path("offered");
        assertThat(offered.values())
                .filteredOn(drill -> drill.path("name").stringValue("").equals("gateway-error-page"))
                .singleElement()
                .satisfies(drill -> assertThat(drill.has("code")).isFalse());
        var armed = world.control("POST", "/applications/shop/drills", "{\"drill\":\"gateway-error-page\"}");
        assertThat(armed.has("code")).isFalse();
        assertThat(world.owner("/clients/list").status()).isEqualTo(502);
    }

    @Test
    void endsWithItsApplicationAndAtAReset() {
        var control = world.simulator.control();
        var other = control.applications().create();
        control.application(other.name()).drill(ErrorDrill.MAINTENANCE);
        control.drill(ErrorDrill.CLIENT_DELETED);
        world.owner("/clients/list").fails(402, "invalid_client_credentials");
        assertThatThrownBy(() -> control.applications().delete("shop")).isInstanceOf(ControlException.class);
        assertThat(control.armedDrills()).hasSize(1);
        control.applications().delete(other.name());
        control.applications().reset();
        assertThat(control.armedDrills()).isEmpty();
        world.owner("/clients/list").succeeds();
        var again = control.applications().create(other.name());
        assertThat(control.application(again.name()).armedDrills()).isEmpty();
    }

    @Test
    void isUndoneWhenTheSimulatorClosesAndHasItsStateInAFile(@TempDir Path directory) {
        var file = directory.resolve("state.db");
        try (var first = new SimulatorFixture(builder -> builder.state(file))) {
            first.simulator.control().drill(ErrorDrill.MAINTENANCE);
            first.simulator
                    .control()
                    .drill(DrillOrder.of(ErrorDrill.CLIENT_SECRET_ROTATED).at("/clients/list"));
            first.owner("/clients/list").fails(480, "api_feature_disabled");
        }
        try (var second = new SimulatorFixture(builder -> builder.state(file))) {
            second.owner("/clients/list").succeeds();
            assertThat(second.simulator.control().maintenance().off()).isEmpty();
        }
    }

    private String token(String uuid) {
        return world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("accessToken")
                .stringValue();
    }
}
