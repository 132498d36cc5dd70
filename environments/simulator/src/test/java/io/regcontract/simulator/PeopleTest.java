package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.people.People;
import io.regcontract.simulator.people.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People whose accounts are in states that lead to errors, and stay so. */
@ParameterizedClass
@EnumSource
class PeopleTest {

    private static final String PASSWORD = "correct horse";

    private final SpokenDialect dialect;
    private final SimulatorFixture world;
    private final People people;

    PeopleTest(SpokenDialect dialect) {
        this.dialect = dialect;
        this.world = new SimulatorFixture(builder -> builder.dialect(dialect).people(PASSWORD));
        this.people = world.simulator.people();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void leadEachToTheirError() {
        meetTheirErrors(world, people);
    }

    /** Throttles end and expired codes are forgotten elsewhere; here they stay what they are. */
    @Test
    void stayInTheirStateWhateverTheTimeIs() {
        world.simulator.control().clock().set(Instant.parse("1970-01-02T00:00:00Z"));
        meetTheirErrors(world, people);
        world.simulator.control().clock().set(Instant.parse("2050-01-01T00:00:00Z"));
        meetTheirErrors(world, people);
    }

    @Test
    void areTheSameAfterAReset() {
        world.simulator.control().person(people.good().email()).delete();
        world.simulator.control().person(people.throttled().email()).admit();
        world.simulator.control().applications().reset();
        meetTheirErrors(world, people);
        assertThat(world.simulator.people().expiredAccessToken()).isEqualTo(people.expiredAccessToken());
        assertThat(world.simulator.control().records("user").count())
                .isEqualTo(people.all().size());
    }

    @Test
    void areInTheDefaultApplicationOnly() {
        var other = world.simulator.control().applications().create();
        assertThat(world.simulator
                        .control()
                        .application(other.name())
                        .records("user")
                        .count())
                .isZero();
    }

    @Test
    void liveOnInAStateFileAsTheyHaveBecome(@TempDir Path directory) {
        UnaryOperator<RegistrationSimulator.Builder> wish = builder -> builder.dialect(dialect)
                .state(directory.resolve("people.state"))
                .people();
        String password;
        String token;
        try (var first = new SimulatorFixture(wish)) {
            password = first.simulator.people().password();
            token = first.simulator.people().expiredAccessToken();
            first.simulator.control().person(people.good().email()).change("givenName", "Augusta");
            first.simulator.control().person(people.taken().email()).delete();
        }
        try (var second = new SimulatorFixture(wish)) {
            var control = second.simulator.control();
            assertThat(second.simulator.people().password()).isEqualTo(password);
            assertThat(second.simulator.people().expiredAccessToken()).isEqualTo(token);
            assertThat(control.person(people.good().email()).show().text("givenName"))
                    .contains("Augusta");
            assertThat(control.records("user").count()).isEqualTo(people.all().size() - 1);
            assertThat(code(second.anyone("/entity", "access_token", token))).isEqualTo(414);
            assertThat(code(logIn(second, people.throttled(), password, "standard")))
                    .isEqualTo(390);
        }
        assertThatThrownBy(() ->
                        new SimulatorFixture(builder -> wish.apply(builder).people("another one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the people in the state file have another password than is given now");
    }

    @Test
    void comeIntoAnApplicationThatIsInUseOrSayWhyNot(@TempDir Path directory) {
        UnaryOperator<RegistrationSimulator.Builder> alone = builder -> builder.state(directory.resolve("used.state"));
        try (var first = new SimulatorFixture(alone)) {
            first.record("user", "{'email':'tam@example.com'}");
        }
        assertThatThrownBy(() ->
                        new SimulatorFixture(builder -> alone.apply(builder).people()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the people cannot be brought into application shop, which is in use already (Attempted to"
                        + " update a duplicate value); leave them out, or begin with another state file");
        try (var second = new SimulatorFixture(alone)) {
            assertThat(second.simulator.control().records("user").count()).isEqualTo(1);
            second.simulator.control().person("tam@example.com").delete();
        }
        try (var third = new SimulatorFixture(
                builder -> alone.apply(builder).people(PASSWORD).dialect(dialect))) {
            meetTheirErrors(third, third.simulator.people());
        }
    }

    @Test
    void areNotThereUnlessAskedFor() {
        try (var plain = RegistrationSimulator.builder().start()) {
            assertThatThrownBy(plain::people)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "This simulator has no people: start it with RegistrationSimulator.builder().people().");
        }
        assertThatThrownBy(() -> RegistrationSimulator.builder().people("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a password of people needs 6 characters or more");
    }

    private void meetTheirErrors(SimulatorFixture world, People people) {
        var tells = "telling";
        assertThat(code(logIn(world, people.good(), PASSWORD, "standard"))).isZero();
        assertThat(code(logIn(world, people.socialOnly(), PASSWORD, "standard")))
                .isEqualTo(210);
        assertThat(code(logIn(world, people.socialOnly(), PASSWORD, tells))).isEqualTo(211);
        assertThat(code(logIn(world, people.throttled(), PASSWORD, "standard"))).isEqualTo(390);
        assertThat(code(setPassword(world, people.reusingPassword(), people.formerPassword())))
                .isEqualTo(214);
        assertThat(code(write(world, people.reusingPassword(), "{'password':'" + people.formerPassword() + "'}")))
                .isEqualTo(352);
        assertThat(code(logIn(world, people.reusingPassword(), PASSWORD, "standard")))
                .isZero();
        assertThat(code(world.anyone("/entity", "access_token", people.expiredAccessToken())))
                .isEqualTo(414);
        assertThat(code(exchange(world, people.expiredAuthorizationCode()))).isEqualTo(415);
        assertThat(code(world.anyone(
                        "/access/useVerificationCode", "verification_code", people.expiredVerificationCode())))
                .isEqualTo(416);
        assertThat(code(world.anyone(
                        "/entity.create",
                        "type_name",
                        "user",
                        "attributes",
                        "{}",
                        "creation_token",
                        people.expiredCreationToken())))
                .isEqualTo(417);
        assertThat(code(verify(world, people.unverified()))).isZero();
        assertThat(world.simulator.control().mails().to(people.unverified().email()))
                .isNotEmpty();
        assertThat(code(verify(world, people.verified()))).isEqualTo(540);
        assertThat(code(register(world, people.taken()))).isEqualTo(dialect == SpokenDialect.DOCUMENTED ? 380 : 390);
        assertThat(code(write(
                        world, people.good(), "{'email':'" + people.taken().email() + "'}")))
                .isEqualTo(361);
        assertThat(code(exchange(world, people.revokedAuthorizationCode()))).isEqualTo(413);
        assertThat(code(logIn(world, people.revoked(), PASSWORD, "standard"))).isZero();
        assertThat(code(exchange(world, people.revokedAuthorizationCode()))).isEqualTo(413);
        // Seven log-ins within a minute would be too many for anybody.
        world.simulator.control().clock().advance(Duration.ofMinutes(2));
    }

    private static int code(SimulatorFixture.Reply reply) {
        return reply.body().path("code").asInt(0);
    }

    private static SimulatorFixture.Reply logIn(SimulatorFixture world, Person person, String password, String flow) {
        return world.login(
                "/oauth/auth_native_traditional",
                "form",
                "signInForm",
                "flow",
                flow,
                "signInEmailAddress",
                person.email(),
                "currentPassword",
                password);
    }

    private static SimulatorFixture.Reply setPassword(SimulatorFixture world, Person person, String password) {
        var token = world.owner(
                        "/access/getAccessToken",
                        "type_name",
                        "user",
                        "key_attribute",
                        "/email",
                        "key_value",
                        SimulatorFixture.quoted(person.email()))
                .succeeds()
                .path("accessToken")
                .stringValue();
        return world.login(
                "/oauth/update_profile_native",
                "access_token",
                token,
                "form",
                "newPasswordForm",
                "newPassword",
                password,
                "newPasswordConfirm",
                password);
    }

    private static SimulatorFixture.Reply write(SimulatorFixture world, Person person, String attributes) {
        return world.owner(
                "/entity.update",
                "type_name",
                "user",
                "key_attribute",
                "/email",
                "key_value",
                SimulatorFixture.quoted(person.email()),
                "value",
                SimulatorFixture.json(attributes));
    }

    private static SimulatorFixture.Reply verify(SimulatorFixture world, Person person) {
        return world.login(
                "/oauth/verify_email_native", "form", "resendVerificationForm", "signInEmailAddress", person.email());
    }

    private static SimulatorFixture.Reply exchange(SimulatorFixture world, String code) {
        return world.post(
                "/oauth/token",
                Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret")),
                "grant_type",
                "authorization_code",
                "code",
                code);
    }

    private static SimulatorFixture.Reply register(SimulatorFixture world, Person person) {
        return world.login(
                "/oauth/register_native_traditional",
                "form",
                "registrationForm",
                "emailAddress",
                person.email(),
                "newPassword",
                "another one",
                "newPasswordConfirm",
                "another one");
    }
}
