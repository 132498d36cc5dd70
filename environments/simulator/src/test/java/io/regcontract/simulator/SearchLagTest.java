package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A service whose searches follow the records at a distance. */
class SearchLagTest {

    private static final Duration LAG = Duration.ofSeconds(3);
    private static final Duration JUST_BEFORE = LAG.minusSeconds(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatorFixture world = new SimulatorFixture(builder -> builder.searchLag(LAG));

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void findsANewRecordOnlyAfterAWhile() {
        var uuid = world.record("user", "{'givenName':'Ada'}");

        world.clock.move(JUST_BEFORE);
        assertThat(found()).isEmpty();
        assertThat(count()).isZero();
        world.owner("/entity", "type_name", "user", "uuid", uuid).succeeds();

        world.clock.move(SECOND);
        assertThat(found()).containsExactly("Ada");
        assertThat(count()).isOne();
    }

    @Test
    void findsAChangedRecordAsItWasForAWhile() {
        var uuid = world.record("user", "{'givenName':'Ada'}");
        world.clock.move(LAG);
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", json("{'givenName':'Bea'}"))
                .succeeds();

        world.clock.move(JUST_BEFORE);
        assertThat(found()).containsExactly("Ada");

        world.clock.move(SECOND);
        assertThat(found()).containsExactly("Bea");
    }

    @Test
    void findsADeletedRecordForAWhile() {
        var uuid = world.record("user", "{'givenName':'Ada'}");
        world.clock.move(LAG);
        world.owner("/entity.delete", "type_name", "user", "uuid", uuid).succeeds();

        world.clock.move(JUST_BEFORE);
        assertThat(found()).containsExactly("Ada");
        world.owner("/entity", "type_name", "user", "uuid", uuid).fails(310, "record_not_found");

        world.clock.move(SECOND);
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAShortLivedRecordLaterAndForNoLonger() {
        var uuid = world.record("user", "{'givenName':'Ada'}");
        world.clock.move(SECOND);
        world.owner("/entity.delete", "type_name", "user", "uuid", uuid).succeeds();
        assertThat(found()).isEmpty();

        world.clock.move(JUST_BEFORE);
        assertThat(found()).containsExactly("Ada");

        world.clock.move(SECOND);
        assertThat(found()).isEmpty();
    }

    @Test
    void findsAnAccountToSignInToAtOnce() {
        world.record("user", "{'email':'ada@example.com','password':'correct horse'}");

        world.login(
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
                        "correct horse")
                .succeeds();
    }

    private List<String> found() {
        return world.owner("/entity.find", "type_name", "user").succeeds().path("results").values().stream()
                .map(record -> record.path("givenName"))
                .map(JsonNode::stringValue)
                .toList();
    }

    private int count() {
        return world.owner("/entity.count", "type_name", "user")
                .succeeds()
                .path("total_count")
                .asInt();
    }
}
