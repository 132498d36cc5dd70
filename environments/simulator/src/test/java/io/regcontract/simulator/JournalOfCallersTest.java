package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.TransportDrill;
import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.CallFault;
import io.regcontract.simulator.control.journal.Journal;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.Reaction;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose calls the journal takes calls for, and what it blames for their end. */
class JournalOfCallersTest {

    private final AtomicLong ticker = new AtomicLong();
    private final SimulatorFixture world =
            new SimulatorFixture(builder -> builder.ticker(() -> ticker.addAndGet(1_000_000)));
    private final Journal journal = world.simulator.journal();

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.faults).isEmpty();
    }

    @Test
    void namesTheClientOfATokenInCallsThatFailBeforeItIsJudged() {
        var token = personToken();
        try (var expired = world.simulator.control().drill(ErrorDrill.ACCESS_TOKEN_EXPIRED)) {
            world.anyone("/entity", "access_token", token).fails(expired.code(), "access_token_expired");
        }
        try (var off = world.simulator.control().drill(ErrorDrill.MAINTENANCE)) {
            world.anyone("/entity", "access_token", token).fails(off.code(), "api_feature_disabled");
        }
        try (var dropped = world.simulator
                .control()
                .drill(DrillOrder.of(TransportDrill.GATEWAY_ERROR_PAGE).times(1))) {
            assertThat(world.anyone("/entity", "access_token", token).status()).isEqualTo(502);
            assertThat(dropped.calls()).isEqualTo(1);
        }
        assertThat(journal.calls())
                .filteredOn(call -> call.operation().equals("/entity"))
                .hasSize(3)
                .allMatch(call -> call.clientId().equals(Optional.of("login")));
        assertThat(journal.errors())
                .extracting(error -> error.code() + " " + error.clientId().orElse(""))
                .containsExactly("414 login", "480 login");
    }

    @Test
    void namesTheClientThatACodeOrARefreshTokenWasIssuedTo() {
        world.record("user", "{'email':'ada@example.com','password':'a-good-password'}");
        var signedIn = signIn().succeeds();
        var code = signedIn.path("authorization_code").stringValue();
        var tokens = world.owner(
                        "/oauth/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        "https://a.example/")
                .succeeds();
        var next = signIn().succeeds().path("authorization_code").stringValue();
        try (var off = world.simulator.control().drill(ErrorDrill.MAINTENANCE)) {
            world.anyone("/oauth/token", "grant_type", "authorization_code", "code", next)
                    .fails(off.code(), "api_feature_disabled");
            world.anyone(
                            "/oauth/token",
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            tokens.path("refresh_token").stringValue())
                    .fails(off.code(), "api_feature_disabled");
            world.anyone("/oauth/token", "grant_type", "refresh_token", "refresh_token", "never-issued")
                    .fails(off.code(), "api_feature_disabled");
        }
        assertThat(journal.calls())
                .filteredOn(call -> call.met(480))
                .extracting(JournalCall::clientId)
                .containsExactly(Optional.of("login"), Optional.of("login"), Optional.empty());
    }

    @Test
    void judgesCallsThatWereCutOnTheirWay() {
        for (int i = 0; i < 20; i++) {
            drilled(TransportDrill.GATEWAY_ERROR_PAGE, "/entity.find", "type_name", "user", "filter", "id > 5");
        }
        world.owner("/entity.count", "type_name", "user").succeeds();
        drilled(TransportDrill.GATEWAY_ERROR_PAGE, "/entity.create", "type_name", "user", "attributes", "{}");
        world.owner("/entity.create", "type_name", "user", "attributes", "{\"displayName\":\"Ada\"}")
                .succeeds();

        assertThat(journal.reactions())
                .extracting(Reaction::rule)
                .containsExactlyInAnyOrder("retry-storm", "abandoned-search", "unrepeated-write");
    }

    private void drilled(TransportDrill drill, String operation, String... parameters) {
        try (var armed = world.simulator.control().drill(DrillOrder.of(drill).at(operation))) {
            assertThat(world.owner(operation, parameters).status()).isEqualTo(502);
            assertThat(armed.calls()).isEqualTo(1);
        }
    }

    @Test
    void doesNotSayThatNothingMoreCameWhenTheCallSucceededWithAFreshToken() {
        try (var expired = world.simulator.control().drill(ErrorDrill.ACCESS_TOKEN_EXPIRED)) {
            world.anyone("/entity", "access_token", personToken()).fails(expired.code(), "access_token_expired");
        }
        world.anyone("/entity", "access_token", personToken()).succeeds();

        assertThat(journal.reactions()).isEmpty();
    }

    @Test
    void keepsCallsWhoseCallerGotNoAnswer() {
        try (var page = world.simulator.control().drill(TransportDrill.GATEWAY_ERROR_PAGE)) {
            world.owner("/entity.find", "type_name", "user", "filter", "id > 5");
            world.owner("/entity.create", "type_name", "user", "attributes", "{}");
            assertThat(page.calls()).isEqualTo(2);
        }

        var calls = journal.calls();
        assertThat(calls).extracting(JournalCall::operation).containsExactly("/entity.find", "/entity.create");
        assertThat(calls)
                .allMatch(call -> call.clientId().equals(Optional.of("owner")))
                .allMatch(call -> call.fault().equals(Optional.of(new CallFault("gateway-error-page", false))))
                .noneMatch(JournalCall::succeeded)
                .noneMatch(JournalCall::performed)
                .allMatch(call -> call.code().isEmpty());
        assertThat(calls.get(0).bounds()).containsExactly(new Bound("id", ">", "5"));
        assertThat(calls.get(0).drills()).hasSize(1);
        assertThat(journal.read().operations())
                .extracting(operation -> operation.calls() + " " + operation.failures())
                .containsExactly("1 1", "1 1");
        assertThat(journal.errors()).isEmpty();
        var written = world.control("GET", "/applications/shop/journal", "").toString();
        assertThat(written).contains("\"fault\":{\"name\":\"gateway-error-page\",\"performed\":false}");
    }

    @Test
    void blamesADrillForWhatItsChangeLeadsToElsewhere() {
        var uuid = world.record("user", "{'email':'ada@example.com','password':'a-good-password'}");
        try (var deleted = world.simulator.control().drill(ErrorDrill.ACCOUNT_DELETED)) {
            signIn().fails(deleted.code(), "no_such_account");
            world.owner("/entity", "type_name", "user", "uuid", uuid).fails(310, "record_not_found");
            world.owner("/entity", "type_name", "nobody", "uuid", uuid).fails(222, "unknown_entity_type");
        }
        assertThat(journal.errors())
                .extracting(error -> error.code() + " " + error.byDrill() + " " + error.byCaller())
                .containsExactly("212 1 0", "310 1 0", "222 0 1");
    }

    private String personToken() {
        var uuid = world.owner("/entity.find", "type_name", "user")
                .succeeds()
                .path("results")
                .path(0)
                .path("uuid")
                .asString("");
        return world.owner(
                        "/access/getAccessToken",
                        "type_name",
                        "user",
                        "uuid",
                        uuid.isEmpty() ? world.record("user", "{'email':'ada@example.com'}") : uuid,
                        "for_client_id",
                        "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
    }

    private SimulatorFixture.Reply signIn() {
        return world.anyone(
                "/oauth/auth_native_traditional",
                "client_id",
                "login",
                "redirect_uri",
                "https://a.example/",
                "response_type",
                "code_and_token",
                "flow",
                "telling",
                "form",
                "signInForm",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                "a-good-password");
    }
}
