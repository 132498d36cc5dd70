package io.regcontract.simulator;

import static io.regcontract.simulator.control.client.ClientFeature.DIRECT_ACCESS;
import static io.regcontract.simulator.control.client.ClientFeature.DIRECT_READ_ACCESS;
import static io.regcontract.simulator.control.client.ClientFeature.OWNER;
import static io.regcontract.simulator.control.schema.AttributeConstraint.ALPHABETIC;
import static io.regcontract.simulator.control.schema.AttributeConstraint.REQUIRED;
import static io.regcontract.simulator.control.schema.AttributeConstraint.UNIQUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.TransportDrill;
import io.regcontract.simulator.control.client.ClientCredentials;
import io.regcontract.simulator.control.flow.AccountState;
import io.regcontract.simulator.control.flow.FlowStep;
import io.regcontract.simulator.control.message.MailKind;
import io.regcontract.simulator.control.schema.Attribute;
import io.regcontract.simulator.control.schema.AttributeKind;
import io.regcontract.simulator.control.state.CallLimit;
import io.regcontract.simulator.control.state.FeatureGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every control does, whether it is in the process of its simulator or calls it over HTTP. After the last test,
 * every method of every part must have been called both ways.
 */
@ParameterizedClass
@EnumSource
class SimulatorControlTest {

    /** How a control reaches its simulator. */
    enum Way {
        EMBEDDED,
        HTTP
    }

    private static final Map<Way, RecordedControl> CALLED = new EnumMap<>(Map.of(
            Way.EMBEDDED, new RecordedControl(),
            Way.HTTP, new RecordedControl()));
    private static final AtomicInteger RUN = new AtomicInteger();

    private final SimulatorFixture world = new SimulatorFixture();
    private final SimulatorControl control;

    SimulatorControlTest(Way way) {
        control = CALLED.get(way)
                .noting(
                        way == Way.EMBEDDED
                                ? world.simulator.control()
                                : SimulatorControl.over(
                                        world.simulator.baseAddress(), SimulatorFixture.CONTROL_TOKEN, "shop"));
    }

    @BeforeEach
    void countTests() {
        RUN.incrementAndGet();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** A part of the tests calls a part of the methods. */
    @AfterAll
    static void hasCalledEveryMethod() {
        long tests = Arrays.stream(SimulatorControlTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (RUN.get() == tests * Way.values().length) {
            assertThat(CALLED).allSatisfy((way, called) -> assertThat(called.missing())
                    .as("methods that no test calls, " + way)
                    .isEmpty());
        }
    }

    @Test
    void makesDeletesAndResetsApplications() {
        assertThat(control.application()).isEqualTo("shop");
        var made = control.applications().create("Other-1");
        assertThat(made.host()).isEqualTo("other-1.janraincapture.com");
        var anonymous = control.applications().create();
        assertThat(control.applications().names()).containsExactlyInAnyOrder("shop", "Other-1", anonymous.name());
        world.as(made.ownerClientId(), made.ownerClientSecret(), "/clients/list")
                .succeeds();

        control.application(made.name()).clock().advance(Duration.ofDays(1));
        assertThat(control.application(made.name()).clock().now())
                .isEqualTo(control.clock().now().plus(Duration.ofDays(1)));
        control.applications().delete(made.name());
        world.as(made.ownerClientId(), made.ownerClientSecret(), "/clients/list")
                .fails(402, "invalid_client_credentials");
        control.applications().reset();
        assertThat(control.applications().names()).containsExactly("shop");
        assertThatThrownBy(() -> control.applications().create("shop"))
                .isInstanceOf(ControlException.class)
                .hasMessage("There is an application of that name already.");
    }

    @Test
    void hidesAnApplicationFromItsNameItsHostAndItsClients() {
        var other = control.applications().create("other");
        var hidden = control.application("other");
        hidden.hide();
        var byName = Map.of("X-Application-Id", "other");
        world.post("/clients/list", byName).fails(221, "unknown_application");
        world.as(other.ownerClientId(), other.ownerClientSecret(), "/clients/list")
                .fails(402, "invalid_client_credentials");
        control.hide();
        world.owner("/clients/list").fails(224, "application_not_found");
        control.show();
        hidden.show();
        world.owner("/clients/list").succeeds();
        world.as(other.ownerClientId(), other.ownerClientSecret(), "/clients/list")
                .succeeds();
    }

    @Test
    void movesAndSetsTheClock() {
        assertThat(control.clock().now()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(control.clock().advance(Duration.ofMillis(1_500))).isEqualTo("2026-03-01T12:00:01.500Z");
        assertThat(control.clock().set(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo("2030-01-01T00:00:00Z");
        world.clock.move(Duration.ofSeconds(1));
        assertThat(control.clock().now()).isEqualTo("2030-01-01T00:00:01Z");
        assertThatThrownBy(() -> control.clock().set(Instant.parse("9999-01-01T00:00:00Z")))
                .isInstanceOf(ControlException.class)
                .hasMessage("\"now\" would move the clock out of the years 1970 to 9899, to 9999-01-01T00:00:00Z.");
    }

    @Test
    void beginsAndEndsMaintenance() {
        control.maintenance().begin(FeatureGroup.ENTITY, FeatureGroup.CLIENTS);
        control.maintenance().begin(FeatureGroup.OAUTH);
        control.maintenance().end(FeatureGroup.CLIENTS);
        assertThat(control.maintenance().off()).containsExactly(FeatureGroup.ENTITY, FeatureGroup.OAUTH);
        world.owner("/clients/list").succeeds();
        world.owner("/entity.count", "type_name", "user").fails(480, "api_feature_disabled");
        control.maintenance().end();
        assertThat(control.maintenance().off()).isEmpty();
        world.owner("/entity.count", "type_name", "user").succeeds();
    }

    @Test
    void limitsCalls() {
        assertThat(control.quota().limit()).isEmpty();
        control.quota().set(1, Duration.ofMinutes(1));
        assertThat(control.quota().limit()).contains(new CallLimit(1, Duration.ofMinutes(1)));
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        control.quota().lift();
        world.owner("/clients/list").succeeds();
        assertThatThrownBy(() -> control.quota().set(-1, Duration.ofMinutes(1)))
                .isInstanceOf(ControlException.class)
                .hasMessage("\"calls\" must be a whole number from 0 to 1000000.");
    }

    @Test
    void breaksAndMendsTheStorage() {
        assertThat(control.storage().faults().refusesWrites()).isFalse();
        control.storage().refuseWrites();
        control.storage().slowSearches(Duration.ofSeconds(30));
        world.owner("/entity.create", "type_name", "user", "attributes", "{}").fails(300, "error_creating_record");
        world.owner("/entity.find", "type_name", "user", "timeout", "5").fails(500, "unexpected_error");
        control.storage().failReads();
        assertThat(control.storage().faults().failsReads()).isTrue();
        assertThat(control.storage().faults().refusesWrites()).isTrue();
        assertThat(control.storage().faults().searches()).contains(Duration.ofSeconds(30));
        // It is the storage of calls that is broken: who changes an application from outside is none.
        control.records("user").create(Map.of("email", "ada@example.com"));
        assertThat(control.records("user").count()).isEqualTo(1);
        control.storage().mend();
        world.record("user", "{}");
    }

    @Test
    void letsSearchesLag() {
        assertThat(control.searches().lag()).isEmpty();
        control.searches().lag(Duration.ofSeconds(60));
        assertThat(control.searches().lag()).contains(Duration.ofSeconds(60));
        world.record("user", "{}");
        assertThat(found()).isZero();
        control.clock().advance(Duration.ofSeconds(61));
        assertThat(found()).isEqualTo(1);
        world.record("user", "{}");
        control.searches().endLag();
        assertThat(found()).isEqualTo(2);
    }

    @Test
    void changesSettings() {
        var settings = control.settings();
        settings.set("verify_email_url", "https://shop.example/verify");
        settings.set("login", "login_attempts", "2");
        assertThat(settings.all()).contains(entry("verify_email_url", "https://shop.example/verify"));
        assertThat(settings.ofClient("login")).containsExactly(entry("login_attempts", "2"));
        settings.delete("verify_email_url");
        settings.delete("login", "login_attempts");
        assertThat(settings.all()).doesNotContainKey("verify_email_url");
        assertThat(settings.ofClient("login")).isEmpty();
        assertThatThrownBy(() -> settings.set("nobody", "key", "value"))
                .isInstanceOf(ControlException.class)
                .hasMessage("The application shop has no client \"nobody\".");
    }

    @Test
    void changesClients() {
        var made = control.clients().add(DIRECT_READ_ACCESS);
        var client = control.clients().client(made.id());
        world.as(made.id(), made.secret(), "/entity.find", "type_name", "user").succeeds();

        var next = client.rotateSecret();
        assertThat(next.id()).isEqualTo(made.id());
        assertThat(next.toString()).doesNotContain(next.secret());
        world.as(made.id(), made.secret(), "/entity.find", "type_name", "user")
                .fails(402, "invalid_client_credentials");
        var third = client.rotateSecret(Duration.ofMinutes(1));
        world.as(next.id(), next.secret(), "/entity.find", "type_name", "user").succeeds();
        world.as(third.id(), third.secret(), "/entity.find", "type_name", "user")
                .succeeds();

        client.take(DIRECT_READ_ACCESS);
        world.as(third.id(), third.secret(), "/entity.find", "type_name", "user")
                .fails(403, "client_permission_error");
        client.give(DIRECT_ACCESS, DIRECT_READ_ACCESS);
        world.as(third.id(), third.secret(), "/entity.find", "type_name", "user")
                .succeeds();

        client.revokeSecret();
        world.as(third.id(), third.secret(), "/entity.find", "type_name", "user")
                .fails(402, "invalid_client_credentials");
        assertThat(control.clients().all()).extracting("id").contains("owner", "login", made.id());
        client.delete();
        assertThatThrownBy(client::show)
                .isInstanceOf(ControlException.class)
                .hasMessage("The application shop has no client \"" + made.id() + "\".");
        assertThatThrownBy(() -> control.clients().add(new ClientCredentials("owner", "s"), OWNER))
                .isInstanceOf(ControlException.class)
                .hasMessage("Another client has the id \"owner\" already.");
    }

    @Test
    void saysFromWhereAClientMayBeCalled() {
        control.clients().add(new ClientCredentials("far", "far-secret"), OWNER);
        var client = control.clients().client("far");
        client.allowOnly();
        world.as("far", "far-secret", "/clients/list").fails(403, "client_permission_error");
        client.allow("10.0.0.0/8", "127.0.0.0/8");
        world.as("far", "far-secret", "/clients/list").succeeds();
        client.disallow("127.0.0.0/8");
        world.as("far", "far-secret", "/clients/list").fails(403, "client_permission_error");
        assertThat(client.show().addresses()).containsExactly("10.0.0.0/8");
        assertThat(client.show().features()).containsExactly(OWNER);
        client.allowEverywhere();
        world.as("far", "far-secret", "/clients/list").succeeds();
        assertThatThrownBy(() -> client.allow("10.0.0.0/33"))
                .isInstanceOf(ControlException.class)
                .hasMessage("Invalid cidr address: 10.0.0.0/33; value after slash must be 32 or less; write blocks such"
                        + " as 10.0.0.0/8 or 192.0.2.1/32.");
        assertThatThrownBy(() -> client.disallow("10.1.0.0/16"))
                .isInstanceOf(ControlException.class)
                .hasMessage("\"10.1.0.0/16\" is not on the list of far, which is [0.0.0.0/0].");
    }

    @Test
    void changesRecordsBehindSomebodysBack() {
        var users = control.records("user");
        var values = new HashMap<String, Object>(Map.of(
                "email",
                "Ada+1@example.com",
                "password",
                "correct horse",
                "display",
                Map.of("size", new BigDecimal("1.50"), "tags", List.of("a", 1, true))));
        values.put("givenName", null);
        var ada = users.create(values);
        users.create(Map.of("email", "bob@example.com"));
        assertThat(ada.text("password")).contains("***");
        assertThat(ada.text("givenName")).isEmpty();
        assertThat(ada.values().get("display"))
                .isEqualTo(Map.of("size", new BigDecimal("1.50"), "tags", List.of("a", 1L, true)));

        assertThat(users.count()).isEqualTo(2);
        assertThat(users.page(0, 1)).containsExactly(ada);
        assertThat(users.page(ada.id(), 10))
                .extracting(each -> each.text("email"))
                .containsExactly(Optional.of("bob@example.com"));

        var record = control.person("ada+1@example.com");
        record.change("givenName", "Ada");
        record.change(Map.of("familyName", "Lovelace", "primaryAddress", Map.of("city", "London")));
        assertThat(record.show().text("familyName")).contains("Lovelace");
        assertThat(world.owner("/entity", "type_name", "user", "uuid", ada.uuid())
                        .succeeds()
                        .path("result")
                        .path("givenName")
                        .stringValue())
                .isEqualTo("Ada");
        assertThatThrownBy(() -> record.change("givenName", 7))
                .isInstanceOf(ControlException.class)
                .hasMessage("The value provided for /givenName must be a string.");

        users.record(ada.uuid()).delete();
        world.owner("/entity", "type_name", "user", "uuid", ada.uuid()).fails(310, "record_not_found");
        assertThatThrownBy(record::show)
                .isInstanceOf(ControlException.class)
                .hasMessage("No record of type user has the uuid or e-mail address \"ada+1@example.com\".");
        assertThatThrownBy(() -> control.records("nope").count())
                .isInstanceOf(ControlException.class)
                .hasMessage("The application shop has no type \"nope\".");
    }

    @Test
    void takesAValueAndGivesItFree() {
        var taken = control.records("user").take("email", "ada@example.com");
        var attributes = "{\"email\":\"ada@example.com\"}";
        world.owner("/entity.create", "type_name", "user", "attributes", attributes)
                .failsAt(361, "unique_violation", "/email");
        control.records("user").record(taken.uuid()).delete();
        world.owner("/entity.create", "type_name", "user", "attributes", attributes)
                .succeeds();
        assertThatThrownBy(() -> control.records("user").take("givenName", "Ada"))
                .isInstanceOf(ControlException.class)
                .hasMessageStartingWith("/givenName is no unique attribute at the top of the type");
    }

    @Test
    void endsTokensCodesAndGrantsOfAPerson() {
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        var ada = control.person("ada@example.com");
        var token = issued("/access/getAccessToken", uuid, "accessToken");
        var code = issued("/access/getAuthorizationCode", uuid, "authorizationCode");
        assertThat(ada.expireTokens()).isEqualTo(1);
        assertThat(ada.expireCodes()).isEqualTo(1);
        world.anyone("/entity", "access_token", token).fails(414, "access_token_expired");
        exchange(code).fails(415, "authorization_code_expired");

        var second = issued("/access/getAuthorizationCode", uuid, "authorizationCode");
        ada.deleteGrants();
        exchange(second).fails(413, "no_access_grant");
        assertThat(ada.expireTokens()).isZero();
    }

    @Test
    void refusesAndAdmitsLogIns() {
        world.record("user", "{'email':'ada@example.com','password':'correct horse'}");
        var ada = control.person("ada@example.com");
        ada.throttle();
        control.clock().advance(Duration.ofDays(400));
        assertThat(logIn("ada@example.com")
                        .fails(390, "invalid_form_fields")
                        .path("error_description")
                        .stringValue())
                .isNotEmpty();
        ada.admit();
        logIn("ada@example.com").succeeds();
    }

    @Test
    void verifiesAndUnverifiesAnAddress() {
        world.record("user", "{'email':'ada@example.com'}");
        var ada = control.person("ada@example.com");
        ada.verifyAddress();
        assertThat(ada.show().text("emailVerified")).contains("2026-03-01 12:00:00 +0000");
        resend().fails(540, "triggered_error");
        ada.unverifyAddress();
        resend().succeeds();
    }

    @Test
    void changesTypes() {
        control.types()
                .create(
                        "pet",
                        Attribute.of("name", AttributeKind.STRING)
                                .with(REQUIRED)
                                .upTo(5),
                        Attribute.of("owners", AttributeKind.PLURAL)
                                .holding(Attribute.of("since", AttributeKind.DATE)));
        assertThat(control.types().names()).containsExactly("pet", "user");
        var pet = control.types().type("pet");
        assertThat(pet.attributes())
                .extracting(Attribute::name)
                .containsExactly("id", "uuid", "created", "lastUpdated", "name", "owners");
        assertThat(pet.attributes().get(4).length()).isEqualTo(OptionalInt.of(5));
        create("{'name':'Tabby2'}").failsAt(363, "length_violation", "/name");
        pet.limitLength("name", 4);
        create("{'name':'Tabby'}").failsAt(363, "length_violation", "/name");
        pet.unlimitLength("name");
        create("{'name':'Tabby2'}").succeeds();
        create("{}").failsAt(362, "missing_required_attribute", "/name");
        pet.removeConstraints("name", REQUIRED);
        create("{}").succeeds();
        pet.addConstraints("name", ALPHABETIC, UNIQUE);
        create("{'name':'Tabby2'}").failsAt(360, "constraint_violation", "/name");

        pet.addAttribute(Attribute.of("colour", AttributeKind.STRING));
        create("{'colour':'red'}").succeeds();
        pet.removeAttribute("colour");
        create("{'colour':'red'}").failsAt(223, "unknown_attribute", "/colour");
        pet.removeAttribute("owners.since");
        assertThat(pet.attributes().get(5).children()).isEmpty();
        pet.remove();
        create("{}").fails(222, "unknown_entity_type");
        assertThatThrownBy(pet::attributes)
                .isInstanceOf(ControlException.class)
                .hasMessage("The application shop has no type \"pet\".");
    }

    @Test
    void remembersPasswords() {
        var uuid = world.record("user", "{'password':'correct horse'}");
        control.types().type("user").rememberPasswords(2);
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "value", "{\"password\":\"correct horse\"}")
                .fails(352, "unknown_application");
        control.types().type("user").rememberPasswords(0);
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "value", "{\"password\":\"correct horse\"}")
                .succeeds();
    }

    @Test
    void hidesAnAttributeFromAClient() {
        var uuid = world.record("user", "{'primaryAddress':{'city':'London','zip':'1'}}");
        var reader = control.clients().add(DIRECT_ACCESS);
        control.types().type("user").hide("primaryAddress.city", reader.id());
        var seen = world.as(reader.id(), reader.secret(), "/entity", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("result")
                .path("primaryAddress");
        assertThat(seen.has("city")).isFalse();
        assertThat(seen.path("zip").stringValue()).isEqualTo("1");
        control.types().type("user").hide("email", reader.id());
        var value = "{\"email\":\"a@example.com\"}";
        world.as(reader.id(), reader.secret(), "/entity.update", "type_name", "user", "uuid", uuid, "value", value)
                .failsAt(223, "unknown_attribute", "/email");
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "value", value)
                .succeeds();
        control.types().type("user").showAll(reader.id());
        assertThat(world.as(reader.id(), reader.secret(), "/entity", "type_name", "user", "uuid", uuid)
                        .succeeds()
                        .path("result")
                        .path("primaryAddress")
                        .path("city")
                        .stringValue())
                .isEqualTo("London");
    }

    @Test
    void readsInstallsAndChangesFlows() {
        assertThat(control.flows().names()).containsExactly("standard", "telling");
        world.record("user", "{'email':'ada@example.com','password':'correct horse'}");
        var standard = control.flows().read("standard");
        control.flows().install("mine", standard.withVersion("20270101000000000000"));
        assertThat(control.flows().names()).contains("mine");
        control.flows().change("standard", flow -> flow.raising(FlowStep.SIGN_IN, AccountState.ALWAYS, "Closed."));
        assertThat(logIn("ada@example.com")
                        .fails(540, "triggered_error")
                        .path("message")
                        .stringValue())
                .isEqualTo("Closed.");
        control.flows().change("standard", flow -> flow.withFieldType("currentPassword", "secret"));
        logIn("ada@example.com").fails(226, "flow_error");
        control.flows().install("standard", standard);
        logIn("ada@example.com").succeeds();
        control.flows().remove("standard");
        logIn("ada@example.com").fails(226, "flow_error");
        assertThatThrownBy(() -> control.flows().read("standard"))
                .isInstanceOf(ControlException.class)
                .hasMessage("There is no flow standard.");
    }

    @Test
    void signsSomebodyInElsewhere() {
        var token =
                control.social().signIn("facebook.com", "https://facebook.com/7", Map.of("email", "ada@example.com"));
        world.login("/oauth/auth_native", "token", token).fails(310, "record_not_found");
    }

    @Test
    void showsMessagesWithTheirCodesAndLinks() {
        control.settings().set("verify_email_url", "https://shop.example/verify");
        world.record("user", "{'email':'ada@example.com'}");
        resend().succeeds();
        world.login(
                        "/oauth/forgot_password_native",
                        "form",
                        "forgotPasswordForm",
                        "signInEmailAddress",
                        "ada@example.com")
                .succeeds();
        assertThat(control.mails().all()).hasSize(2);
        assertThat(control.mails().to("ADA@example.com")).hasSize(2);
        var verification = control.mails().all().get(0);
        assertThat(verification.kind()).isEqualTo(MailKind.EMAIL_VERIFICATION);
        assertThat(verification.link())
                .contains("https://shop.example/verify?verification_code=" + verification.code());
        var recovery = control.mails().latestTo("ada@example.com").orElseThrow();
        assertThat(recovery.kind()).isEqualTo(MailKind.PASSWORD_RECOVERY);
        assertThat(recovery.link()).isEmpty();
        assertThat(recovery.time()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void findsAFailureUnderItsToken() {
        var failed = world.owner("/entity", "type_name", "nope", "id", "1").fails(222, "unknown_entity_type");
        var logged =
                control.log().find(failed.path("request_token").stringValue()).orElseThrow();
        assertThat(logged.code()).isEqualTo(222);
        assertThat(logged.application()).contains("shop");
        assertThat(logged.clientId()).contains("owner");
        assertThat(logged.operation()).isEqualTo("/entity");
        assertThat(control.log().find("nope")).isEmpty();
    }

    @Test
    void readsMarksAndForgetsTheJournal() {
        var journal = control.journal();
        assertThat(journal.application()).isEqualTo("shop");
        world.owner("/entity", "type_name", "nope", "id", "1").fails(222, "unknown_entity_type");
        var mark = journal.mark("run again");
        world.owner("/clients/list").succeeds();
        assertThat(journal.calls()).extracting("operation").containsExactly("/entity", "/clients/list");
        assertThat(journal.readAfter(mark.sequence(), 10).calls())
                .extracting("operation")
                .containsExactly("/clients/list");
        assertThat(journal.errors()).extracting("code").containsExactly(222);
        assertThat(journal.reactions()).isEmpty();
        journal.forget();
        assertThat(journal.read().calls()).isEmpty();
    }

    @Test
    void armsAndUndoesDrills() {
        try (var drill = control.drill(ErrorDrill.MAINTENANCE)) {
            world.owner("/clients/list").fails(480, "api_feature_disabled");
            assertThat(control.armedDrills()).extracting("id").containsExactly(drill.id());
            assertThat(drill.calls()).isEqualTo(1);
        }
        world.owner("/clients/list").succeeds();
        assertThat(control.offeredDrills()).extracting("code").contains(414, 480);
        try (var behind = control.drill(TransportDrill.CLOCK_BEHIND)) {
            world.owner("/clients/list").succeeds();
            assertThat(behind.calls()).isEqualTo(1);
            assertThat(control.clock().now()).isEqualTo("2026-03-01T11:58:30Z");
        }
        try (var drill = control.drill(DrillOrder.of(ErrorDrill.MAINTENANCE).group(FeatureGroup.ENTITY))) {
            world.owner("/clients/list").succeeds();
            world.owner("/entity.count", "type_name", "user").fails(drill.code(), "api_feature_disabled");
        }
        try (var drill = control.drill(TransportDrill.GATEWAY_ERROR_PAGE)) {
            assertThat(world.owner("/clients/list").status()).isEqualTo(502);
            assertThat(drill.code()).isZero();
        }
    }

    private long found() {
        return world.owner("/entity.count", "type_name", "user")
                .succeeds()
                .path("total_count")
                .asLong();
    }

    private SimulatorFixture.Reply create(String attributes) {
        return world.owner("/entity.create", "type_name", "pet", "attributes", SimulatorFixture.json(attributes));
    }

    private SimulatorFixture.Reply logIn(String address) {
        return world.login(
                "/oauth/auth_native_traditional",
                "form",
                "signInForm",
                "signInEmailAddress",
                address,
                "currentPassword",
                "correct horse");
    }

    private SimulatorFixture.Reply resend() {
        return world.login(
                "/oauth/verify_email_native",
                "form",
                "resendVerificationForm",
                "signInEmailAddress",
                "ada@example.com");
    }

    private SimulatorFixture.Reply exchange(String code) {
        return world.owner("/oauth/token", "grant_type", "authorization_code", "code", code);
    }

    private String issued(String operation, String uuid, String field) {
        return world.owner(operation, "type_name", "user", "uuid", uuid)
                .succeeds()
                .path(field)
                .stringValue();
    }
}
