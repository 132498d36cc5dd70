package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.regcontract.suite.standin.StandInTenant.Traits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in is as hard as a tenant: what is proven against it is worth something. */
@Tag("long")
final class StandInTenantTest {

    @TempDir
    private Path directory;

    @Test
    void isAStrangerSpeakingAsTheServiceWasRecordedAndWrongAboutTheTime() throws IOException {
        try (var tenant = StandInTenant.start(directory)) {
            assertThatThrownBy(() -> trustingAnyJdkWould(tenant)).isInstanceOf(SSLException.class);
            assertThat(tenant.connections()).isOne();
            assertThat(tenant.calls()).isZero();

            var caller = StandInClient.of(tenant);
            var answer = caller.call("/entity");
            assertThat(answer.body()).contains("\"code\":100", "\"request_id\"").doesNotContain("request_token");
            assertThat(answer.headers().firstValue("Date")).hasValueSatisfying(date -> assertThat(
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant())
                    .isCloseTo(Instant.now().plusSeconds(90), within(20, ChronoUnit.SECONDS)));
            assertThat(caller.call("/control/v1/").statusCode()).isEqualTo(404);
            assertThat(caller.call("/settings/get", "key", StandInTenant.MARKER_SETTING)
                            .body())
                    .contains(tenant.marker());
            assertThat(tenant.calls()).isEqualTo(3);
            assertThat(tenant.callsByPath()).containsEntry("/entity", 1L).containsEntry("/control/v1/", 1L);
        }
    }

    private static void trustingAnyJdkWould(StandInTenant tenant) throws IOException {
        var address = tenant.address();
        try (var socket =
                (SSLSocket) SSLSocketFactory.getDefault().createSocket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.startHandshake();
        }
    }

    @Test
    void findsWhatWasWrittenOnlyAfterAWhileAndKnowsWhatIsLeftAtOnce() throws IOException {
        try (var tenant = StandInTenant.start(directory, new Traits(500, Duration.ofMinutes(1), HOUR, HOUR, 0))) {
            assertThat(tenant.leftovers()).isEmpty();
            var caller = StandInClient.of(tenant);
            var made = caller.call("/entity.create", "type_name", "user", "attributes", "{\"email\":\"a@b.example\"}");
            assertThat(made.body()).contains("\"stat\":\"ok\"");
            caller.call("/entityType.create", "type_name", "badges", "attr_defs", "[]");
            caller.call("/settings/set", "key", "colour", "value", "red");
            caller.call("/clients/add", "description", "someone", "features", "[]");

            assertThat(caller.call("/entity.count", "type_name", "user", "filter", "email = 'a@b.example'")
                            .body())
                    .contains("\"total_count\":0");
            assertThat(tenant.leftovers())
                    .hasSize(4)
                    .containsValues("a@b.example", "badges", "\"red\"", "someone")
                    .containsKeys("entity type badges", "setting colour");
            assertThat(tenant.missing()).isEmpty();

            caller.call("/settings/delete_default", "key", StandInTenant.MARKER_SETTING);
            caller.call("/settings/delete", "key", "colour");
            assertThat(tenant.leftovers()).hasSize(3);
        }
    }

    @Test
    void countsHowOftenItsQuotaIsUsedUp() throws IOException {
        try (var tenant = StandInTenant.start(directory, new Traits(2, HOUR, Duration.ZERO, Duration.ZERO, 0))) {
            var caller = StandInClient.of(tenant);
            for (int i = 0; i < 2; i++) {
                assertThat(caller.call("/clients/list").body()).contains("\"stat\":\"ok\"");
            }
            assertThat(tenant.overQuota()).isZero();
            assertThat(caller.call("/clients/list").body()).contains("\"code\":510");
            assertThat(tenant.overQuota()).isOne();
        }
    }

    @Test
    void losesACallNowAndThenAndTheNextTimeOnlyItsAnswer() throws IOException {
        try (var tenant = StandInTenant.start(directory, Traits.USUAL.badGatewayEvery(2))) {
            var caller = StandInClient.of(tenant);
            assertThat(type(caller, "first")).isEqualTo(200);
            assertThat(type(caller, "lost")).isEqualTo(502);
            assertThat(type(caller, "third")).isEqualTo(200);
            assertThat(type(caller, "made-unheard")).isEqualTo(502);

            assertThat(tenant.badGateways()).isEqualTo(2);
            assertThat(tenant.leftovers())
                    .containsOnlyKeys("entity type first", "entity type third", "entity type made-unheard");
        }
    }

    private static int type(StandInClient caller, String name) throws IOException {
        return caller.call("/entityType.create", "type_name", name, "attr_defs", "[]")
                .statusCode();
    }

    @Test
    void hasWhatTestersPutIntoTheirTenants() throws IOException {
        try (var tenant = StandInTenant.start(directory)) {
            var caller = StandInClient.of(tenant);
            assertThat(caller.anyone("/entity", "type_name", "user", "access_token", tenant.expiredAccessToken())
                            .body())
                    .contains("\"code\":414");
            assertThat(logIn(caller, tenant, StandInTenant.BROKEN_FLOW)).contains("\"code\":226");
            assertThat(logIn(caller, tenant, StandInTenant.TELLING_FLOW)).contains("\"code\":212");
            assertThat(tenant.environment()).hasSize(6).doesNotContainValue("");
        }
    }

    private static String logIn(StandInClient caller, StandInTenant tenant, String flow) throws IOException {
        return caller.anyone(
                        "/oauth/auth_native_traditional",
                        "client_id",
                        tenant.loginClientId(),
                        "flow",
                        flow,
                        "locale",
                        "en-US",
                        "redirect_uri",
                        "https://client.example.com/return",
                        "response_type",
                        "token",
                        "form",
                        "signInForm",
                        "signInEmailAddress",
                        "nobody@standin.example.com",
                        "currentPassword",
                        "whatever-1")
                .body();
    }

    private static final Duration HOUR = Duration.ofHours(1);
}
