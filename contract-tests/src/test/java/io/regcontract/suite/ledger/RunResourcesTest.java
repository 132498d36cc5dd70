package io.regcontract.suite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import io.regcontract.suite.trial.SandboxProject;
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
import tools.jackson.databind.json.JsonMapper;

/** What a run makes in a service that outlives it, and that nothing of it is there afterwards. */
final class RunResourcesTest {

    private static final String PREFIX = "regcontract20261122t120000zabc-";

    @TempDir
    private Path root;

    private SandboxProject trial;

    @BeforeEach
    void start() {
        trial = SandboxProject.in(root);
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
        try (var resources = begin()) {
            creatingCalls().forEach(call -> assertThat(send(resources.recordingClient(), call, role))
                    .as(call.operation())
                    .contains("\"stat\":\"ok\""));
            assertThat(trial.things()).isEqualTo(6);

            assertThat(resources.remove()).isEmpty();
        }

        assertThat(trial.things()).isZero();
        assertThat(ledgers()).isEmptyDirectory();
    }

    @Test
    void everythingIsGoneAlsoWhenNoAnswerCame() {
        try (var resources = begin()) {
            // Whoever is told first hears nothing of the answer when the line breaks behind the service.
            var broken = resources.recordingClient().interceptedBy((call, role) -> answer -> {
                throw new TransportException("the connection broke");
            });
            creatingCalls().forEach(call -> assertThatThrownBy(() -> send(broken, call, Role.DRIVE))
                    .isInstanceOf(TransportException.class));
            assertThat(trial.things()).isEqualTo(6);

            assertThat(resources.remove()).isEmpty();
        }

        assertThat(trial.things()).isZero();
    }

    @Test
    void whatCannotBeRemovedIsSaidAndTheRestGoesAllTheSame() {
        try (var resources = begin()) {
            creatingCalls().forEach(call -> send(resources.recordingClient(), call, Role.SET_UP));
            var unheard = resources.recordingClient().interceptedBy((call, role) -> answer -> {
                throw new TransportException("the connection broke");
            });
            assertThatThrownBy(() -> send(unheard, namelessRecord(), Role.SET_UP))
                    .isInstanceOf(TransportException.class);

            assertThat(resources.remove()).singleElement().satisfies(left -> {
                assertThat(left.what()).isEqualTo("record of user");
                assertThat(left.why())
                        .isEqualTo("the service did not say what it called it, and it has no address to find it by");
            });
        }

        assertThat(trial.things()).isOne();
        assertThat(OrphanedLedger.in(ledgers(), "trial", file -> {}))
                .singleElement()
                .satisfies(left -> assertThat(left.open()).hasSize(1));
    }

    @Test
    void whatIsGoneAlreadyIsGone() {
        try (var resources = begin()) {
            creatingCalls().forEach(call -> send(resources.recordingClient(), call, Role.SET_UP));
            send(resources.recordingClient(), attributeOf("user"), Role.SET_UP);
            send(resources.recordingClient(), attributeOf(PREFIX + "type"), Role.SET_UP);
            var client = JsonMapper.shared()
                    .readTree(send(
                            resources.recordingClient(),
                            trial.call("/clients/add").with("description", PREFIX + "other"),
                            Role.SET_UP))
                    .path("client_id")
                    .asString();
            send(
                    resources.recordingClient(),
                    trial.call("/settings/set")
                            .with("for_client_id", client)
                            .with("key", PREFIX + "its-setting")
                            .with("value", "7"),
                    Role.SET_UP);
            // Somebody tidies up behind the run's back, and in another order.
            gone("/clients/delete", "client_id_for_deletion", client);
            gone("/entityType.delete", "type_name", PREFIX + "type", "commit", "true");
            gone("/entityType.removeAttribute", "type_name", "user", "attribute_name", PREFIX + "badge");
            gone(
                    "/entity.delete",
                    "type_name",
                    "user",
                    "key_attribute",
                    "email",
                    "key_value",
                    "\"" + PREFIX + "1@example.com\"");
            gone("/settings/delete", "key", PREFIX + "setting");
            gone("/settings/delete_default", "key", PREFIX + "default");

            assertThat(resources.remove()).isEmpty();
        }

        assertThat(trial.things()).isZero();
        assertThat(ledgers()).isEmptyDirectory();
    }

    private Call attributeOf(String type) {
        return trial.call("/entityType.addAttribute")
                .with("type_name", type)
                .with("attr_def", "{\"name\":\"" + PREFIX + "badge\",\"type\":\"string\"}");
    }

    private void gone(String operation, String... parameters) {
        var call = trial.call(operation);
        for (int index = 0; index < parameters.length; index += 2) {
            call = call.with(parameters[index], parameters[index + 1]);
        }
        assertThat(trial.ask(call).path("stat").asString()).as(operation).isEqualTo("ok");
    }

    /** A record that nobody could find by a name if nobody heard its id. */
    private Call namelessRecord() {
        return trial.call("/entity.create").with("type_name", "user").with("attributes", "{}");
    }

    @Test
    void nothingIsSentForWhatTheServiceRefusedToMake() {
        try (var resources = begin()) {
            send(resources.recordingClient(), trial.call("/clients/add"), Role.DRIVE);
            send(
                    resources.recordingClient(),
                    trial.call("/entityType.create")
                            .with("type_name", PREFIX + "type")
                            .with("attr_defs", "{"),
                    Role.DRIVE);
            trial.close();

            assertThat(resources.remove()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsAwayIsNotAskedForever() {
        try (var resources = begin()) {
            for (int number = 0; number < 8; number++) {
                send(
                        resources.recordingClient(),
                        trial.call("/clients/add").with("description", PREFIX + number),
                        Role.SET_UP);
            }
            trial.close();

            assertThat(resources.remove())
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
        try (var resources = begin()) {
            var calls = trial.ask(trial.call("/settings/default_keys"));
            assertThatThrownBy(() -> send(
                            resources.recordingClient(), trial.call(operation).with(parameter, value), Role.DRIVE))
                    .isInstanceOf(CallBlockedException.class)
                    .hasMessageMatching("it takes " + operation + " on the " + what
                            + " (owner|login|user), which this run did not make");
            assertThat(trial.ask(trial.call("/settings/default_keys"))).isEqualTo(calls);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/settings/set", "/settings/set_default"})
    void noSettingIsMadeThatBearsAnotherName(String operation) {
        try (var resources = begin()) {
            assertThatThrownBy(() -> send(
                            resources.recordingClient(),
                            trial.call(operation)
                                    .with("key", "default_flow_name")
                                    .with("value", "another"),
                            Role.DRIVE))
                    .isInstanceOf(CallBlockedException.class)
                    .hasMessageContaining("setting default_flow_name")
                    .hasMessageEndingWith("and nobody could tell by the name that this run made it");
        }
    }

    @Test
    void noMoreThingsAreMadeThanTheBudgetAllows() {
        trial.profile("things: 500", "things: 2");
        try (var resources = begin()) {
            creatingCalls().subList(0, 2).forEach(call -> send(resources.recordingClient(), call, Role.SET_UP));

            assertThatThrownBy(() ->
                            send(resources.recordingClient(), creatingCalls().get(2), Role.SET_UP))
                    .isInstanceOf(CallBlockedException.class)
                    .hasMessage("the run has made the 2 things that budgets.things allows it, and makes no more");
            assertThat(trial.things()).isEqualTo(2);
            assertThat(resources.remove()).isEmpty();
        }
    }

    @Test
    void nothingIsSentBeforeItIsWrittenDown() {
        try (var resources = begin()) {
            var written = resources.recordingClient().interceptedBy((call, role) -> {
                assertThat(ledgers()).isDirectoryContaining(file -> OrphanedLedger.read(file).stream()
                        .flatMap(left -> left.open().stream())
                        .map(Ledger.Entry::thing)
                        .anyMatch(thing -> thing.name().equals(PREFIX + "client")));
                throw new TransportException("not sent");
            });

            assertThatThrownBy(() -> send(written, creatingCalls().get(0), Role.DRIVE))
                    .hasMessage("not sent");
            assertThat(trial.things()).isZero();
            assertThat(resources.remove()).isEmpty();
        }
    }

    /** One of each sort, by whoever may. */
    private List<Call> creatingCalls() {
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

    private static String send(ServiceClient http, Call call, Role role) {
        return http.send(call, role, exchange -> {}).answer().body();
    }

    private RunResources begin() {
        return RunResources.begin(ledgers(), trial.profile(), "run-1", PREFIX, 1, trial.http(), Clock.systemUTC());
    }

    private Path ledgers() {
        return root.resolve("ledgers");
    }
}
