package io.regcontract.suite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.exchange.Credential;
import io.regcontract.suite.exchange.Exchange.Role;
import io.regcontract.suite.exchange.HeldBack;
import io.regcontract.suite.exchange.Http;
import io.regcontract.suite.exchange.TransportFailure;
import io.regcontract.suite.trial.Trial;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run makes in a service that outlives it, and that nothing of it is there afterwards. */
final class BelongingsTest {

    private static final String PREFIX = "regcontract20261122t120000zabc-";

    @TempDir
    private Path root;

    private Trial trial;

    @BeforeEach
    void start() {
        trial = Trial.in(root);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SET_UP", "DRIVE", "TWIN"})
    void everythingIsGoneWhoeverMadeIt(Role role) {
        try (var belongings = begin()) {
            makings().forEach(call -> assertThat(send(belongings.booked(), call, role))
                    .as(call.operation())
                    .contains("\"stat\":\"ok\""));
            assertThat(trial.things()).isEqualTo(6);

            assertThat(belongings.remove()).isEmpty();
        }

        assertThat(trial.things()).isZero();
        assertThat(ledgers()).isEmptyDirectory();
    }

    @Test
    void everythingIsGoneAlsoWhenNoAnswerCame() {
        try (var belongings = begin()) {
            // Whoever is told first hears nothing of the answer when the line breaks behind the service.
            var broken = belongings.booked().escortedBy((call, role) -> answer -> {
                throw new TransportFailure("the connection broke");
            });
            makings().forEach(call -> assertThatThrownBy(() -> send(broken, call, Role.DRIVE))
                    .isInstanceOf(TransportFailure.class));
            assertThat(trial.things()).isEqualTo(6);

            assertThat(belongings.remove()).isEmpty();
        }

        assertThat(trial.things()).isZero();
    }

    @Test
    void whatCannotBeRemovedIsSaidAndTheRestGoesAllTheSame() {
        try (var belongings = begin()) {
            makings().forEach(call -> send(belongings.booked(), call, Role.SET_UP));
            var type = trial.call("/entityType.addAttribute")
                    .with("type_name", "user")
                    .with("attr_def", "{\"name\":\"" + PREFIX + "badge\",\"type\":\"string\"}");
            send(belongings.booked(), type, Role.SET_UP);
            trial.ask(trial.call("/entityType.removeAttribute")
                    .with("type_name", "user")
                    .with("attribute_name", PREFIX + "badge"));

            assertThat(belongings.remove()).singleElement().satisfies(left -> {
                assertThat(left.what()).isEqualTo("attribute " + PREFIX + "badge of user");
                assertThat(left.why()).startsWith("the service answers 223 unknown_attribute");
            });
        }

        assertThat(trial.things()).isZero();
        assertThat(LeftLedger.in(ledgers(), "trial", file -> {}))
                .singleElement()
                .satisfies(left -> assertThat(left.open()).hasSize(1));
    }

    @Test
    void nothingIsSentForWhatTheServiceRefusedToMake() {
        try (var belongings = begin()) {
            send(belongings.booked(), trial.call("/clients/add"), Role.DRIVE);
            send(
                    belongings.booked(),
                    trial.call("/entityType.create")
                            .with("type_name", PREFIX + "type")
                            .with("attr_defs", "{"),
                    Role.DRIVE);
            trial.close();

            assertThat(belongings.remove()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsAwayIsNotAskedForever() {
        try (var belongings = begin()) {
            for (int number = 0; number < 8; number++) {
                send(belongings.booked(), trial.call("/clients/add").with("description", PREFIX + number), Role.SET_UP);
            }
            trial.close();

            assertThat(belongings.remove())
                    .hasSize(8)
                    .filteredOn(left -> left.why().equals("not tried: the service did not answer 5 times in a row"))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/clients/set_whitelist,         for_client_id,          owner, client",
        "/clients/reset_secret,          for_client_id,          login, client",
        "/clients/set_features,          nothing,                x,     client",
        "/clients/delete,                client_id_for_deletion, owner, client",
        "/entityType.delete,             type_name,              user,  entity type",
        "/entityType.removeAttribute,    type_name,              user,  entity type",
        "/entityType.setPasswordSettings,type_name,              user,  entity type",
        "/entity.purge,                  type_name,              user,  entity type",
        "/entity.bulkDelete,             type_name,              user,  entity type"
    })
    void nothingIsDoneToWhatTheRunDidNotMake(String operation, String parameter, String value, String what) {
        try (var belongings = begin()) {
            var calls = trial.ask(trial.call("/settings/default_keys"));
            assertThatThrownBy(() ->
                            send(belongings.booked(), trial.call(operation).with(parameter, value), Role.DRIVE))
                    .isInstanceOf(HeldBack.class)
                    .hasMessageMatching("it takes " + operation + " on the " + what
                            + " (owner|login|user), which this run did not make");
            assertThat(trial.ask(trial.call("/settings/default_keys"))).isEqualTo(calls);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/set", "/settings/set_default"})
    void noSettingIsMadeThatBearsAnotherName(String operation) {
        try (var belongings = begin()) {
            assertThatThrownBy(() -> send(
                            belongings.booked(),
                            trial.call(operation)
                                    .with("key", "default_flow_name")
                                    .with("value", "another"),
                            Role.DRIVE))
                    .isInstanceOf(HeldBack.class)
                    .hasMessageContaining("setting default_flow_name")
                    .hasMessageEndingWith("and nobody could tell by the name that this run made it");
        }
    }

    @Test
    void noMoreThingsAreMadeThanTheBudgetAllows() {
        trial.profile("things: 500", "things: 2");
        try (var belongings = begin()) {
            makings().subList(0, 2).forEach(call -> send(belongings.booked(), call, Role.SET_UP));

            assertThatThrownBy(() -> send(belongings.booked(), makings().get(2), Role.SET_UP))
                    .isInstanceOf(HeldBack.class)
                    .hasMessage("the run has made the 2 things that budgets.things allows it, and makes no more");
            assertThat(trial.things()).isEqualTo(2);
            assertThat(belongings.remove()).isEmpty();
        }
    }

    @Test
    void nothingIsSentBeforeItIsWrittenDown() {
        try (var belongings = begin()) {
            var written = belongings.booked().escortedBy((call, role) -> {
                assertThat(ledgers()).isDirectoryContaining(file -> LeftLedger.read(file).stream()
                        .flatMap(left -> left.open().stream())
                        .map(Ledger.Entry::thing)
                        .anyMatch(thing -> thing.name().equals(PREFIX + "client")));
                throw new TransportFailure("not sent");
            });

            assertThatThrownBy(() -> send(written, makings().get(0), Role.DRIVE))
                    .hasMessage("not sent");
            assertThat(trial.things()).isZero();
            assertThat(belongings.remove()).isEmpty();
        }
    }

    /** One of each sort, by whoever may. */
    private List<Call> makings() {
        return List.of(
                trial.call("/clients/add").with("description", PREFIX + "client"),
                trial.call("/entityType.create")
                        .with("type_name", PREFIX + "type")
                        .with("attr_defs", "[]"),
                trial.call("/entity.create")
                        .with("type_name", "user")
                        .with("attributes", "{\"email\":\"" + PREFIX + "1@example.com\"}"),
                Call.to("/oauth/register_native_traditional", new Credential.ClientIdOnly("login"))
                        .with("flow", "standard")
                        .with("locale", "en-US")
                        .with("redirect_uri", "https://client.example.com/return")
                        .with("form", "registrationForm")
                        .with("response_type", "token")
                        .with("emailAddress", PREFIX + "2@example.com")
                        .with("givenName", "Ada")
                        .with("familyName", "Example")
                        .with("displayName", "Ada Example")
                        .with("newPassword", "pw-Secret-9x")
                        .with("newPasswordConfirm", "pw-Secret-9x"),
                trial.call("/settings/set").with("key", PREFIX + "setting").with("value", "7"),
                trial.call("/settings/set_default")
                        .with("key", PREFIX + "default")
                        .with("value", "7"));
    }

    private static String send(Http http, Call call, Role role) {
        return http.send(call, role, exchange -> {}).answer().body();
    }

    private Belongings begin() {
        return Belongings.begin(ledgers(), trial.profile(), "run-1", PREFIX, 1, trial.http(), Clock.systemUTC());
    }

    private Path ledgers() {
        return root.resolve("ledgers");
    }
}
