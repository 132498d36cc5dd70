package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The switches behind the API. */
class ControlPlaneTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example,403",
        "evil.example:80,403",
        "127.0.0.1.evil.example,403",
        "localhost.evil.example:8080,403",
        "evil.example:127.0.0.1,403",
        "127.0.0.1,200",
        "127.0.0.1:1,200",
        "LOCALHOST:8080,200",
        "[::1]:8080,200"
    })
    void isCalledByTheNamesOfThisMachineOnly(String host, int status) throws IOException {
        for (var token : List.of(SimulatorFixture.CONTROL_TOKEN, "wrong")) {
            try (var connection = new RawConnection(world.simulator.baseAddress())) {
                var answer = connection.answer(new WireRequest(
                        "GET",
                        "/control/v1/",
                        "",
                        Map.of("host", List.of(host), "authorization", List.of("Bearer " + token)),
                        new byte[0],
                        InetAddress.getLoopbackAddress()));
                assertThat(answer.status()).isEqualTo(status == 200 && token.equals("wrong") ? 401 : status);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,http://localhost:8080,200",
        "Origin,http://localhost:3000,403",
        "Origin,https://evil.example,403",
        "Origin,null,403",
        "Sec-Fetch-Site,none,200",
        "Sec-Fetch-Site,same-origin,200",
        "Sec-Fetch-Site,same-site,403",
        "Sec-Fetch-Site,cross-site,403"
    })
    void answersNoPageOfAnotherOrigin(String header, String value, int status) throws IOException {
        try (var connection = new RawConnection(world.simulator.baseAddress())) {
            var answer = connection.answer(new WireRequest(
                    "POST",
                    "/control/v1/reset",
                    "",
                    Map.of(
                            "host",
                            List.of("localhost:8080"),
                            "authorization",
                            List.of("Bearer " + SimulatorFixture.CONTROL_TOKEN),
                            header,
                            List.of(value)),
                    new byte[0],
                    InetAddress.getLoopbackAddress()));
            assertThat(answer.status()).isEqualTo(status);
        }
    }

    @Test
    void asksForItsToken() {
        assertThat(world.controlReply("GET", "/", "", "wrong").status()).isEqualTo(401);
        assertThat(world.controlReply("GET", "/", "", "wrong")
                        .body()
                        .path("message")
                        .stringValue())
                .contains("Bearer");
        var overview = world.control("GET", "/", "");
        assertThat(overview.path("applications").toString()).isEqualTo("[\"shop\"]");
        assertThat(overview.path("now").stringValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(overview.path("registrationSuffix").stringValue()).isEqualTo("janraincapture.com");
        assertThat(world.control("GET", "", "")).isEqualTo(overview);
    }

    @Test
    void isNotThereUnlessAskedFor() {
        try (var plain = RegistrationSimulator.builder().start()) {
            var reply = SimulatorFixture.sendAlone(
                    HttpRequest.newBuilder(plain.controlAddress()).header("Authorization", "Bearer "));
            assertThat(reply.status()).isEqualTo(404);
        }
    }

    @Test
    void makesApplicationsThatWork() {
        var made = world.control("POST", "/applications", "{\"name\":\"Other-1\"}");
        assertThat(made.path("id")).isEqualTo(made.path("name"));
        assertThat(made.path("host").stringValue()).isEqualTo("other-1.janraincapture.com");
        var id = made.path("ownerClientId").stringValue();
        var secret = made.path("ownerClientSecret").stringValue();
        world.as(id, secret, "/clients/list").succeeds();
        assertThat(world.controlReply("POST", "/applications", "{\"name\":\"other-1\"}", SimulatorFixture.CONTROL_TOKEN)
                        .status())
                .isEqualTo(409);
        world.control("DELETE", "/applications/Other-1", "");
        world.as(id, secret, "/clients/list").fails(402, "invalid_client_credentials");
        assertThat(world.control("POST", "/applications", "").path("name").stringValue())
                .matches("app-[a-z0-9]{12}");
    }

    @Test
    void givesEachApplicationItsOwnTime() {
        var made = world.control("POST", "/applications", "{\"name\":\"other\"}");
        var now = world.control("POST", "/applications/other/clock", "{\"advanceSeconds\":3600}");
        assertThat(now.path("now").stringValue()).isEqualTo("2026-03-01T13:00:00Z");
        world.record("user", "{}");
        var id = made.path("ownerClientId").stringValue();
        var secret = made.path("ownerClientSecret").stringValue();
        var record = world.as(
                        id, secret, "/entity.create", "type_name", "user", "attributes", "{}", "include_record", "1")
                .succeeds();
        assertThat(record.path("result").path("created").stringValue()).isEqualTo("2026-03-01 13:00:00.000000 +0000");
        world.clock.move(Duration.ofSeconds(1));
        assertThat(world.control("POST", "/applications/shop/clock", "{\"advanceSeconds\":0}")
                        .path("now")
                        .stringValue())
                .isEqualTo("2026-03-01T12:00:01Z");
    }

    @Test
    void remembersFailuresUnderTheirToken() {
        world.advance(Duration.ofDays(1));
        var body = world.owner("/entity", "type_name", "nope", "id", "1").fails(222, "unknown_entity_type");
        var entry = world.control("GET", "/log/" + body.path("request_token").stringValue(), "");
        assertThat(entry)
                .isEqualTo(Json.object()
                        .put("requestToken", body.path("request_token").stringValue())
                        .put("application", "shop")
                        .put("operation", "/entity")
                        .put("clientId", "owner")
                        .put("code", 222)
                        .put("error", "unknown_entity_type")
                        .put("time", "2026-03-01T12:00:00Z")
                        .put("httpStatus", 200)
                        .put("host", world.simulator.baseAddress().getAuthority()));
        assertThat(world.controlReply("GET", "/log/nope", "", SimulatorFixture.CONTROL_TOKEN)
                        .status())
                .isEqualTo(404);
        assertThat(world.requestLog)
                .last()
                .asString()
                .contains("222 unknown_entity_type")
                .doesNotContain("secret");
    }

    @Test
    void bringsTheWorldBackToItsBeginning() {
        world.type("pet", "[]");
        world.owner("/clients/add", "description", "d").succeeds();
        world.control("POST", "/applications", "{\"name\":\"other\"}");
        world.advance(Duration.ofDays(1));
        world.control("PUT", "/applications/shop/maintenance", "{\"groups\":[\"entity\"]}");
        world.control("PUT", "/applications/shop/quota", "{\"calls\":0,\"perSeconds\":1}");
        world.control("POST", "/reset", "");
        assertThat(world.control("GET", "/", "").path("applications").toString())
                .isEqualTo("[\"shop\"]");
        assertThat(world.owner("/clients/list").succeeds().path("results").size())
                .isEqualTo(2);
        assertThat(world.owner("/entityType.list").succeeds().path("results").toString())
                .isEqualTo("[\"user\"]");
        assertThat(world.owner("/entity.count", "type_name", "user")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    @Test
    void givesAFlowBackAsItWasPut() {
        var flow = world.control("GET", "/applications/shop/flows/telling", "");
        assertThat(flow.path("tellsWhichPartWasWrong").asBoolean()).isTrue();
        world.control("PUT", "/applications/shop/flows/mine", flow.toString());
        var mine = world.control("GET", "/applications/shop/flows/mine", "");
        assertThat(mine.path("name").stringValue()).isEqualTo("mine");
        assertThat(mine.path("forms")).isEqualTo(flow.path("forms"));
        assertThat(mine.path("fields")).isEqualTo(flow.path("fields"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            POST | /applications                    | {"name":"-"}                      | 400 | "name" must be 1 to 63 letters, digits, - or _, with a letter or digit at both ends.
            POST | /applications                    | {"name":"shop"}                   | 409 | There is an application of that name already.
            POST | /applications                    | [                                 | 400 | The body is not well-formed JSON.
            POST | /applications/shop/clock         | {"advanceSeconds":"1"}            | 400 | "advanceSeconds" must be a whole number from -1000000000 to 1000000000.
            POST | /applications/nope/clock         | {"advanceSeconds":1}              | 404 | There is no application nope.
            PUT  | /applications/shop/maintenance   | {"groups":["all"]}                | 400 | "groups" can hold [clients, settings, entity, entityType, access, oauth, versions], not "all".
            PUT  | /applications/shop/quota         | {"calls":1}                       | 400 | "perSeconds" must be a whole number from 1 to 1000000000.
            PUT  | /applications/shop/storage       | {"failReads":1}                   | 400 | "failReads" must be true or false.
            PUT  | /applications/shop/flows/x       | {"forms":[]}                      | 400 | This is no flow: "forms" must be a JSON object.
            GET  | /applications/shop/flows/x       | {}                                | 404 | There is no flow x.
            PUT  | /applications/shop/clock         | {"now":"noon"}                    | 400 | "now" must be a time such as 2026-03-01T12:00:00Z.
            POST | /applications/shop/maintenance   | {"of":[]}                         | 400 | "of" is no key of this call; it takes off, on.
            POST | /applications/shop/maintenance   | {"off":["all"]}                   | 400 | "off" can hold [clients, settings, entity, entityType, access, oauth, versions], not "all".
            PUT  | /applications/shop/search-lag    | {"seconds":-1}                    | 400 | "seconds" must be a whole number from 0 to 1000000000.
            POST | /applications/shop/clients       | {"features":["all"]}              | 400 | "features" can hold [owner, access_issuer, direct_access, direct_read_access, login_client, metadata], not "all".
            POST | /applications/shop/clients       | {"id":""}                         | 400 | "id" must be a text that is not empty.
            POST | /applications/shop/clients       | {"id":"login"}                    | 400 | Another client has the id "login" already.
            GET  | /applications/shop/clients/x     | {}                                | 404 | The application shop has no client "x".
            PUT  | /applications/shop/clients/login/addresses | {"blocks":["1.2.3.4"]}  | 400 | Invalid cidr address: 1.2.3.4; write blocks such as 10.0.0.0/8 or 192.0.2.1/32.
            PUT  | /applications/shop/clients/login/addresses | {}                      | 400 | "blocks" must be a JSON array.
            GET  | /applications/shop/records/user?max=0 | {}                           | 400 | "max" must be a whole number from 1 to 1000.
            GET  | /applications/shop/records/user?most=1 | {}                          | 400 | "most" is no key of this call; it takes after, max.
            GET  | /applications/shop/records/pet   | {}                                | 404 | The application shop has no type "pet".
            POST | /applications/shop/records/user  | {"attributes":{"email":"x"}}      | 400 | The value provided for /email violates the email-address constraint.
            POST | /applications/shop/records/user  | {"attributes":[]}                 | 400 | "attributes" must be a JSON object.
            DELETE | /applications/shop/records/user/ada@example.com | {}               | 404 | No record of type user has the uuid or e-mail address "ada@example.com".
            POST | /applications/shop/types         | {"name":"user"}                   | 400 | There is a type "user" already.
            POST | /applications/shop/types         | {"name":"pet","attributes":[{}]}  | 400 | Attributes was not valid for the following reason: an attribute definition needs a name.
            POST | /applications/shop/types/user/attributes/nope | {"add":["required"]} | 404 | The type user has no attribute /nope.
            POST | /applications/shop/types/user/attributes/id | {"add":["required"]}   | 400 | Attribute is reserved and cannot be modified: /id.
            POST | /applications/shop/types/user/attributes/email | {"add":["big"]}     | 400 | "add" can hold [required, unique, locally-unique, alphabetic, alphanumeric, unicode-letters, unicode-printable, email-address], not "big".
            POST | /applications/shop/types/user/hidden | {"attribute":"email"}         | 400 | "client" must be a string.
            GET  | /nothing                         | {}                                | 404 | The control plane has no such call.
            GET  | /applications/shop/nothing       | {}                                | 404 | The control plane has no such call.
            DELETE | /applications/shop             | {}                                | 409 | The default application cannot be deleted; use reset.
            """,
            quoteCharacter = '`')
    void saysWhatIsWrong(String method, String path, String body, int status, String message) {
        var reply = world.controlReply(method, path, body, SimulatorFixture.CONTROL_TOKEN);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.body().path("message").stringValue()).isEqualTo(message);
    }
}
