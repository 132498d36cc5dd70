package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.SearchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal keeps of calls, and what it never does. */
class JournalTest {

    private final AtomicLong ticker = new AtomicLong();
    private final SimulatorFixture world =
            new SimulatorFixture(builder -> builder.ticker(() -> ticker.addAndGet(1_000_000)));
    private final Journal journal = world.simulator.journal();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void tellsWhichErrorsWereMetHowOftenAndWhy() {
        world.owner("/entity", "type_name", "user").fails(100, "missing_argument");
        var drill = world.simulator
                .control()
                .drill(DrillOrder.of(ErrorDrill.MAINTENANCE).at("/entity.find"));
        for (int i = 0; i < 2; i++) {
            world.owner("/entity.find", "type_name", "user").fails(480, "api_feature_disabled");
        }
        drill.close();
        world.control("PUT", "/applications/shop/maintenance", "{\"groups\":[\"entity\"]}");
        var token = world.owner("/entity.find", "type_name", "user")
                .fails(480, "api_feature_disabled")
                .path("request_token")
                .stringValue();

        var errors = journal.errors();
        assertThat(errors)
                .extracting(error -> error.operation() + " " + error.code())
                .containsExactly("/entity 100", "/entity.find 480");
        assertThat(errors.get(0).byCaller()).isEqualTo(1);
        var maintenance = errors.get(1);
        assertThat(maintenance.clientId()).contains("owner");
        assertThat(maintenance.error()).isEqualTo("api_feature_disabled");
        assertThat(maintenance.times()).isEqualTo(3);
        assertThat(maintenance.byDrill()).isEqualTo(2);
        assertThat(maintenance.byWorld()).isEqualTo(1);
        assertThat(maintenance.requestToken()).contains(token);
        assertThat(journal.read().met(480)).isEqualTo(3);
        assertThat(journal.read().met(510)).isZero();
    }

    @Test
    void putsDrillsChangesAndNotesBetweenTheCalls() {
        try (var drill = world.simulator.control().drill(ErrorDrill.MAINTENANCE)) {
            world.owner("/entity.count", "type_name", "user").fails(480, "api_feature_disabled");
            assertThat(drill.calls()).isEqualTo(1);
        }
        world.control("POST", "/applications/shop/clock", "{\"advanceSeconds\":5}");
        journal.mark("run again");

        assertThat(journal.read().marks())
                .extracting(mark -> mark.sequence() + " " + mark.kind().publicName() + " " + mark.name())
                .containsExactly(
                        "1 armed maintenance",
                        "2 changed maintenance",
                        "4 undone maintenance",
                        "5 world POST clock",
                        "6 note run again");
        var call = journal.calls().get(0);
        assertThat(call.sequence()).isEqualTo(3);
        assertThat(call.drills()).hasSize(1);
        assertThat(call.drills().get(0).code()).hasValue(480);
        assertThat(call.failure().orElseThrow().cause()).isEqualTo(Cause.DRILL);
    }

    @Test
    void keepsIdsBoundsAndPages() {
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        world.owner("/entity", "type_name", "user", "uuid", uuid).succeeds();
        world.owner("/entity", "type_name", "user", "id", "4711").fails(310, "record_not_found");
        world.owner("/entity.find", "type_name", "user", "filter", "id > 0 and lastUpdated >= '2026-01-31 10:00:00'")
                .succeeds();
        world.owner("/entity.find", "type_name", "user", "max_results", "1", "first_result", "0")
                .succeeds();

        var calls = journal.calls();
        assertThat(calls)
                .extracting(JournalCall::operation)
                .containsExactly("/entity.create", "/entity", "/entity", "/entity.find", "/entity.find");
        assertThat(calls).extracting(JournalCall::writes).containsExactly(true, false, false, false, false);
        assertThat(calls.get(1).ids()).containsExactly(new NamedId("uuid", uuid, false));
        assertThat(calls.get(2).ids()).containsExactly(new NamedId("id", "4711", true));
        assertThat(calls.get(3).bounds())
                .containsExactly(new Bound("id", ">", "0"), new Bound("lastUpdated", ">=", "2026-01-31T10:00:00Z"));
        assertThat(calls.get(3).page())
                .contains(new SearchPage(OptionalInt.empty(), 0, OptionalInt.of(1), Optional.empty()));
        assertThat(calls.get(4).page())
                .contains(new SearchPage(OptionalInt.of(1), 0, OptionalInt.of(1), Optional.empty()));
        assertThat(calls.get(3).page().orElseThrow().isFull()).isFalse();
        assertThat(calls.get(4).page().orElseThrow().isFull()).isTrue();
    }

    @Test
    void knowsWordsForNothingInPlaceOfAnId() {
        var sent = List.of("null", "undefined", "None", "NaN", "[object Object]", "0");
        sent.forEach(text -> world.owner("/entity", "type_name", "user", "uuid", text));
        world.owner("/entity", "type_name", "user", "uuid", "");

        assertThat(journal.calls()).flatExtracting(JournalCall::ids).hasSize(7).allMatch(NamedId::isNothing);
    }

    @Test
    void tellsEqualCallsFromDifferentOnes() {
        world.owner("/entity.find", "type_name", "user", "filter", "email = 'ada@example.com' and id > 1");
        world.owner("/entity.find", "filter", "email  =  'ada@example.com' and id > 2", "type_name", "user");
        world.owner("/entity.find", "type_name", "user", "filter", "email = 'bob@example.com' and id > 1");
        world.owner("/entity.find", "type_name", "user", "filter", "email = 'ada@example.com' and id > 1");

        var calls = journal.calls();
        assertThat(calls.get(1).isLike(calls.get(0))).isTrue();
        assertThat(calls.get(1).isSame(calls.get(0))).isFalse();
        assertThat(calls.get(2).isLike(calls.get(0))).isFalse();
        assertThat(calls.get(3).isSame(calls.get(0))).isTrue();
    }

    @Test
    void countsTheSixthAndFurtherRepetitionsWithTheFifthCall() {
        for (int i = 0; i < 40; i++) {
            world.owner("/entity", "type_name", "nothing", "id", "1").fails(222, "unknown_entity_type");
        }
        ticker.addAndGet(200_000_000);
        world.owner("/entity", "type_name", "nothing", "id", "1").fails(222, "unknown_entity_type");

        var calls = journal.calls();
        assertThat(calls).hasSize(6);
        assertThat(calls).extracting(JournalCall::repeated).containsExactly(0L, 0L, 0L, 0L, 35L, 0L);
        assertThat(calls.get(5).after(calls.get(4)).toMillis()).isBetween(150L, 250L);
        assertThat(journal.read().met(222)).isEqualTo(41);
    }

    @Test
    void followsWhatIsNew() {
        for (int i = 1; i <= 5; i++) {
            world.owner("/entity", "type_name", "user", "id", String.valueOf(i));
        }
        var first = journal.readAfter(0, 2);
        assertThat(first.calls()).extracting(JournalCall::sequence).containsExactly(1L, 2L);
        assertThat(first.more()).isTrue();
        var second = journal.readAfter(first.last(), 100);
        assertThat(second.calls()).extracting(JournalCall::sequence).containsExactly(3L, 4L, 5L);
        assertThat(second.more()).isFalse();
        assertThat(journal.readAfter(second.last(), 100).last()).isEqualTo(second.last());
    }

    @Test
    void saysTheSameOverHttp() {
        world.owner("/entity.find", "type_name", "user", "filter", "id > 3").succeeds();
        world.owner("/entity", "type_name", "user", "uuid", "null").fails(200, "invalid_argument");
        journal.mark("run again");
        var overHttp = SimulatorControl.over(world.simulator.baseAddress(), SimulatorFixture.CONTROL_TOKEN, "shop")
                .journal();

        assertThat(overHttp.read()).isEqualTo(journal.read());
        assertThat(overHttp.readAfter(1, 1)).isEqualTo(journal.readAfter(1, 1));
        assertThat(overHttp.reactions()).isEqualTo(journal.reactions());
    }

    /** All that a call may bring that belongs to a person, or proves who someone is. */
    @Test
    void keepsNoSecretAndNoDataOfPeople() {
        var secrets = new ArrayList<>(List.of(
                "ada@example.com", "Lovelace", "s3cret-password", "owner-secret", "looks-like-a-token", "1815-12-10"));
        world.record("user", "{'email':'ada@example.com','familyName':'Lovelace','password':'s3cret-password'}");
        world.owner(
                "/entity.find",
                "type_name",
                "user",
                "filter",
                "email > 'ada@example.com' and lastUpdated > '1815-12-10x'");
        world.owner("/entity", "type_name", "user", "uuid", "ada@example.com");
        world.owner("/entity", "type_name", "ada@example.com", "id", "Lovelace");
        world.owner("/entity", "type_name", "user", "key_attribute", "email", "key_value", "\"ada@example.com\"");
        world.anyone("/entity", "access_token", "looks-like-a-token");
        world.anyone(
                "/entity.find",
                "client_id",
                "owner",
                "client_secret",
                "owner-secret",
                "type_name",
                "user",
                "max_results",
                "ada@example.com",
                "first_result",
                "Lovelace");
        world.login(
                "/oauth/auth_native_traditional",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                "s3cret-password",
                "form",
                "signInForm",
                "locale",
                "en-US",
                "flow",
                "standard");

        var text = world.control("GET", "/applications/shop/journal", "").toString();
        assertThat(journal.calls()).hasSize(8);
        secrets.forEach(secret -> assertThat(text).doesNotContain(secret));
    }

    @Test
    void namesTheClientOfAToken() {
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
        world.anyone("/entity", "access_token", token).succeeds();

        var calls = journal.calls();
        assertThat(calls.get(2).clientId()).isEqualTo(Optional.of("login"));
    }

    @Test
    void tellsOfErrorsWithinASuccess() {
        world.record("user", "{'email':'ada@example.com'}");
        world.owner(
                        "/entity.bulkCreate",
                        "type_name",
                        "user",
                        "all_attributes",
                        "[{\"email\":\"ada@example.com\"},{\"email\":\"bob@example.com\"}]")
                .succeeds();

        assertThat(journal.calls().get(1).failedElements()).containsExactly(361);
        assertThat(journal.read().met(361)).isEqualTo(1);
    }

    @Test
    void keepsApplicationsApartAndForgetsThem() {
        world.control("POST", "/applications", "{\"name\":\"other\"}");
        world.owner("/entity", "type_name", "user", "id", "1");
        var other = world.simulator.control().application("other").journal();
        other.mark("hello");

        assertThat(other.calls()).isEmpty();
        assertThat(other.read().marks()).extracting(JournalMark::name).containsExactly("hello");
        journal.forget();
        assertThat(journal.calls()).isEmpty();
        assertThat(other.read().marks()).hasSize(1);
    }

    @Test
    void keepsTheCallOfAClientThatADrillHasDeletedWithItsApplication() {
        var made = world.simulator.control().applications().create("other");
        var other = world.simulator.control().application("other");
        try (var drill = other.drill(ErrorDrill.CLIENT_DELETED)) {
            world.as(made.ownerClientId(), made.ownerClientSecret(), "/clients/list")
                    .fails(drill.code(), "invalid_client_credentials");
        }
        assertThat(other.journal().errors()).extracting("code").containsExactly(402);
        assertThat(journal.errors()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> journal.mark(" "))
                .isInstanceOf(ControlException.class)
                .hasMessage("\"name\" must be 1 to 200 characters in one line, without data of people.");
        assertThatThrownBy(() -> journal.readAfter(-1, 5))
                .isInstanceOf(ControlException.class)
                .hasMessage("\"after\" must be a whole number.");
        assertThatThrownBy(() -> journal.readAfter(0, 0))
                .isInstanceOf(ControlException.class)
                .hasMessage("\"limit\" must be a whole number from 1 to 100000.");
        assertThat(world.controlReply("GET", "/applications/shop/journal?since=1", "", SimulatorFixture.CONTROL_TOKEN)
                        .body()
                        .path("message")
                        .stringValue())
                .isEqualTo("The journal takes \"after\" and \"limit\", and nothing else.");
    }
}
