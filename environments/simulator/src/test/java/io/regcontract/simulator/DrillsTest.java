package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    private String token(String uuid) {
        return world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("accessToken")
                .stringValue();
    }
}
