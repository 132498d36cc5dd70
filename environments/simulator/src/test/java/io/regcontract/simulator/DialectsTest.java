package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Both faces of everything that the real service was recorded to answer otherwise than the page says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectsTest {

    private final SimulatorFixture documented = new SimulatorFixture(SpokenDialect.DOCUMENTED);
    private final SimulatorFixture observed = new SimulatorFixture(SpokenDialect.OBSERVED);

    @AfterAll
    void stop() {
        documented.close();
        observed.close();
    }

    /**
     * One condition, and the two bodies it leads to; the token is left out of both.
     *
     * @param drive brings the condition about and makes the call
     * @param documented the body as documented, JSON with single quotes
     * @param status the HTTP status that was observed
     * @param observed the body as recorded, JSON with single quotes
     */
    record Difference(
            String name,
            Function<SimulatorFixture, SimulatorFixture.Reply> drive,
            String documented,
            int status,
            String observed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Difference> differences() {
        return Stream.of(
                new Difference(
                        "R1: no credentials",
                        world -> world.anyone("/entity.count"),
                        "{'code':205,'error':'invalid_auth_method','error_description':'no authentication provided, for example client_id and client_secret','stat':'error'}",
                        200,
                        "{'code':205,'error':'invalid_auth_method','error_description':'no authentication provided, for example client_id and client_secret','stat':'error'}"),
                new Difference(
                        "R3: unknown access token",
                        world -> world.anyone("/entity", "access_token", "u4hmr8uat9wq65uy"),
                        "{'code':200,'error':'invalid_argument','error_description':'unknown access token','argument_name':'access_token','stat':'error'}",
                        200,
                        "{'code':200,'error':'invalid_argument','error_description':'unknown access token','stat':'error'}"),
                new Difference(
                        "R4: quota, at a registration",
                        DialectsTest::tooManyRegistrations,
                        "{'code':510,'error':'api_limit_error','error_description':'too many registration attempts','stat':'error'}",
                        200,
                        "{'code':510,'error':'api_limit_error','error_description':'too many registration attempts','stat':'error'}"),
                new Difference(
                        "R5: triggered in the flow",
                        DialectsTest::forgottenBySocialAccount,
                        "{'code':540,'error':'triggered_error','error_description':'an error was triggered in the flow','message':'that account is social signin only','stat':'error'}",
                        200,
                        "{'code':540,'error':'triggered_error','error_description':'an error was triggered in the flow','message':'that account is social signin only','stat':'error'}"),
                new Difference(
                        "R6, R7: expired access token",
                        DialectsTest::expiredToken,
                        "{'code':414,'error':'access_token_expired','error_description':'access_token expired','stat':'error'}",
                        200,
                        "{'code':414,'error':'access_token_expired','error_description':'access_token expired','stat':'error'}"),
                new Difference(
                        "R8: a code that is none",
                        world -> world.owner("/oauth/token", "grant_type", "authorization_code", "code", "nope"),
                        "{'code':200,'error':'invalid_argument','error_description':'authorization_code is not valid','argument_name':'authorization_code','stat':'error'}",
                        400,
                        "{'argument_name':'authorization_code','code':200,'error':'invalid_grant','error_description':'authorization_code is not valid','stat':'error','sub_error':'invalid_argument'}"),
                new Difference(
                        "a grant type that is none",
                        world -> world.owner("/oauth/token", "grant_type", "magic"),
                        "{'code':200,'error':'invalid_argument','error_description':'invalid grant_type: magic','argument_name':'grant_type','stat':'error'}",
                        400,
                        "{'argument_name':'grant_type','code':200,'error':'invalid_request','error_description':'invalid grant_type: magic','stat':'error','sub_error':'invalid_argument'}"),
                new Difference(
                        "A8: /oauth/token without credentials",
                        world -> world.anyone("/oauth/token"),
                        "{'code':205,'error':'invalid_auth_method','error_description':'no authentication provided, for example client_id and client_secret','stat':'error'}",
                        401,
                        "{'code':205,'error':'invalid_client','error_description':'no authentication provided, for example client_id and client_secret','stat':'error','sub_error':'invalid_auth_method'}"),
                new Difference(
                        "R9: unknown attribute",
                        world -> world.owner(
                                "/entity.update",
                                "type_name",
                                "user",
                                "uuid",
                                world.record("user", "{}"),
                                "attributes",
                                json("{'firstNames':'x'}")),
                        "{'code':223,'error':'unknown_attribute','error_description':'attribute does not exist: /firstNames','attribute_name':'/firstNames','stat':'error'}",
                        200,
                        "{'attribute_name':'/firstNames','code':223,'error':'unknown_attribute','error_description':'attribute does not exist: /firstNames','stat':'error'}"),
                new Difference(
                        "R10: unknown attribute at creation",
                        world -> world.owner(
                                "/entity.create", "type_name", "user", "attributes", json("{'emailer':'x'}")),
                        "{'code':223,'error':'unknown_attribute','error_description':'attribute does not exist: /emailer','attribute_name':'/emailer','stat':'error'}",
                        200,
                        "{'attribute_name':'/emailer','code':223,'error':'unknown_attribute','error_description':'attribute does not exist: /emailer','stat':'error'}"),
                new Difference(
                        "R11: malformed ip address",
                        world -> malformedAddress(world, "basicIpAddress"),
                        "{'code':340,'error':'invalid_data_format','error_description':'/basicIpAddress was not a valid ip address.','stat':'error'}",
                        200,
                        "{'error_description':'/basicIpAddress was not a valid ip address.','stat':'error','code':200,'error':'invalid_argument','argument_name':'/basicIpAddress'}"),
                new Difference(
                        "R11, another attribute",
                        world -> malformedAddress(world, "home"),
                        "{'code':340,'error':'invalid_data_format','error_description':'/home was not a valid ip address.','stat':'error'}",
                        200,
                        "{'error_description':'/home was not a valid ip address.','stat':'error','code':200,'error':'invalid_argument','argument_name':'/home'}"),
                new Difference(
                        "a missing argument of a form operation",
                        DialectsTest::withoutFlow,
                        "{'code':100,'error':'missing_argument','error_description':'missing arguments: flow','argument_name':'flow','stat':'error'}",
                        200,
                        "{'code':100,'error':'missing_argument','error_description':'missing arguments: flow','stat':'error'}"),
                new Difference(
                        "a missing argument",
                        world -> world.owner("/entity", "type_name", "user"),
                        "{'code':100,'error':'missing_argument','error_description':'missing required argument: uuid','argument_name':'uuid','stat':'error'}",
                        200,
                        "{'code':100,'error':'missing_argument','error_description':'missing required argument: uuid','argument_name':'uuid','stat':'error'}"),
                new Difference(
                        "a reused password",
                        DialectsTest::reusedPassword,
                        "{'code':352,'error':'unknown_application','error_description':'password is unacceptable','stat':'error'}",
                        200,
                        "{'code':352,'error':'password_unacceptable','error_description':'password is unacceptable','stat':'error'}"),
                new Difference(
                        "A7: a taken address at registration",
                        DialectsTest::takenAddress,
                        "{'code':380,'error':'email_address_in_use','error_description':'another account has this e-mail address already','existing_provider':'capture','stat':'error'}",
                        200,
                        "{'code':390,'error':'invalid_form_fields','error_description':'another account has this e-mail address already','invalid_fields':{'emailAddress':['another account has this e-mail address already']},'stat':'error'}"),
                new Difference(
                        "another password at /entity",
                        DialectsTest::anotherPassword,
                        "{'code':213,'error':'password_incorrect','error_description':'the password is incorrect','stat':'error'}",
                        200,
                        "{'code':350,'error':'password_incorrect','error_description':'the password is incorrect','stat':'error'}"),
                new Difference(
                        "a reserved attribute in an access schema",
                        world -> world.owner(
                                "/entityType.setAccessSchema",
                                "type_name",
                                "user",
                                "for_client_id",
                                "login",
                                "access_type",
                                "write",
                                "attributes",
                                json("['/email','/uuid']")),
                        "{'code':234,'error':'reserved_attribute','error_description':'reserved attributes cannot be part of an access schema: /uuid','attribute_name':'/uuid','stat':'error'}",
                        200,
                        "{'code':500,'error':'unexpected_error','error_description':'Unexpected internal error','stat':'error'}"),
                new Difference(
                        "a search that takes too long",
                        world -> slowSearch(world, "31", "timeout", "30"),
                        "{'code':500,'error':'unexpected_error','error_description':'the search took longer than 30 seconds','stat':'error'}",
                        200,
                        "{'code':504,'error':'search_timed_out','error_description':'the search took longer than 30 seconds','stat':'error'}"),
                new Difference(
                        "the removed operator",
                        world -> world.owner("/entity.count", "type_name", "user", "filter", "email contains 'a'"),
                        "{'code':200,'error':'invalid_argument','error_description':'filter was not valid for the following reason: the operator contains is no longer supported','argument_name':'filter','stat':'error'}",
                        200,
                        "{'code':485,'error':'invalid_filter_operator','error_description':'filter was not valid for the following reason: the operator contains is no longer supported','argument_name':'filter','stat':'error'}"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void saysItAsDocumented(Difference difference) {
        var reply = difference.drive().apply(documented);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.body().path("request_token").stringValue("")).hasSize(16);
        assertThat(without("request_token", reply)).isEqualTo(fields(difference.documented()));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void saysItAsObserved(Difference difference) {
        var reply = difference.drive().apply(observed);
        assertThat(reply.status()).as(reply.text()).isEqualTo(difference.status());
        assertThat(reply.body().path("request_id").stringValue("")).hasSize(16);
        assertThat(without("request_id", reply)).isEqualTo(fields(difference.observed()));
        var entry = observed.control(
                "GET", "/log/" + reply.body().path("request_id").stringValue(), "");
        assertThat(entry.path("code")).isEqualTo(reply.body().path("code"));
        assertThat(entry.path("error")).isEqualTo(reply.body().path("error"));
        assertThat(entry.path("httpStatus").asInt()).isEqualTo(difference.status());
    }

    /** Recorded in 2013 with a body named invalid_api_method, and without one since about 2015. */
    @Test
    void r2AnUnknownPath() {
        for (var world : List.of(observed, documented)) {
            var reply = world.owner("/nowhere");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("text/plain");
            assertThat(reply.text()).doesNotContain("{");
        }
    }

    @Test
    void aSearchThatIsGivenMoreTimeComesToItsEnd() {
        assertThat(slowSearch(observed, "11").body().path("code").asInt()).isEqualTo(504);
        slowSearch(observed, "11", "timeout", "11").succeeds();
        slowSearch(observed, "10").succeeds();
        slowSearch(documented, "11", "timeout", "20").succeeds();
        // More than the most that there is counts as that: clients ask for two minutes.
        slowSearch(documented, "60", "timeout", "120").succeeds();
        slowSearch(documented, "61", "timeout", "120").fails(500, "unexpected_error");
    }

    @Test
    void anAccessSchemaWithoutReservedAttributesIsSet() {
        observed.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        "user",
                        "for_client_id",
                        "login",
                        "access_type",
                        "read",
                        "attributes",
                        json("['/email','/profiles/id']"))
                .succeeds();
    }

    @Test
    void r12AnElementOfABulkCall() {
        for (var world : new SimulatorFixture[] {documented, observed}) {
            var body = world.owner(
                            "/entity.bulkCreate",
                            "type_name",
                            "user",
                            "all_attributes",
                            json("[{'email':'r12@b.de'},{'email':'r12@b.de'}]"))
                    .succeeds();
            var element = new TreeMap<String, String>();
            body.path("results")
                    .path(1)
                    .properties()
                    .forEach(field ->
                            element.put(field.getKey(), field.getValue().toString()));
            assertThat(element)
                    .isEqualTo(
                            fields(
                                    "{'code':361,'error':'unique_violation','error_description':'Attempted to update a duplicate value','stat':'error'}"));
        }
    }

    private static SimulatorFixture.Reply tooManyRegistrations(SimulatorFixture world) {
        world.control("PUT", "/applications/shop/quota", "{\"calls\":0,\"perSeconds\":60}");
        var reply = world.login("/oauth/register_native_traditional", "form", "registrationForm");
        world.control("DELETE", "/applications/shop/quota", "");
        return reply;
    }

    private static SimulatorFixture.Reply forgottenBySocialAccount(SimulatorFixture world) {
        var flow = (ObjectNode) world.control("GET", "/applications/shop/flows/standard", "");
        flow.putArray("triggers")
                .addObject()
                .put("on", "forgot_password")
                .put("when", "social-only")
                .put("message", "that account is social signin only");
        world.control("PUT", "/applications/shop/flows/triggering", flow.toString());
        var uuid = world.record("user", "{'email':'s@example.com','profiles':[{'domain':'g','identifier':'1'}]}");
        var reply = world.login(
                "/oauth/forgot_password_native",
                "flow",
                "triggering",
                "form",
                "forgotPasswordForm",
                "signInEmailAddress",
                "s@example.com");
        world.owner("/entity.delete", "type_name", "user", "uuid", uuid).succeeds();
        return reply;
    }

    private static SimulatorFixture.Reply slowSearch(SimulatorFixture world, String seconds, String... more) {
        world.control("PUT", "/applications/shop/storage", "{\"searchSeconds\":" + seconds + "}");
        var parameters = Stream.concat(Stream.of("type_name", "user"), Stream.of(more));
        var reply = world.owner("/entity.find", parameters.toArray(String[]::new));
        world.control("PUT", "/applications/shop/storage", "{}");
        return reply;
    }

    private static SimulatorFixture.Reply expiredToken(SimulatorFixture world) {
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", world.record("user", "{}"))
                .succeeds()
                .path("accessToken")
                .stringValue();
        world.advance(Duration.ofHours(1));
        return world.get("/entity", Map.of("Authorization", "OAuth " + token));
    }

    private static SimulatorFixture.Reply malformedAddress(SimulatorFixture world, String attribute) {
        world.type("host", "[{'name':'" + attribute + "','type':'ipAddress'}]");
        var reply = world.owner(
                "/entity.create",
                "type_name",
                "host",
                "attributes",
                json("{'" + attribute + "':'abcdefghijklmnopqrstuvwxyz'}"));
        world.owner("/entityType.delete", "type_name", "host", "commit", "true").succeeds();
        return reply;
    }

    private static SimulatorFixture.Reply withoutFlow(SimulatorFixture world) {
        world.owner("/settings/delete_default", "key", "default_flow_name").succeeds();
        var reply = world.login("/oauth/auth_native_traditional", "form", "signInForm");
        world.owner("/settings/set_default", "key", "default_flow_name", "value", "standard")
                .succeeds();
        return reply;
    }

    private static SimulatorFixture.Reply reusedPassword(SimulatorFixture world) {
        world.owner("/entityType.setPasswordSettings", "type_name", "user", "settings", json("{'historySize':1}"))
                .succeeds();
        var uuid = world.record("user", "{'password':'first-one'}");
        return world.owner(
                "/entity.update", "type_name", "user", "uuid", uuid, "attributes", json("{'password':'first-one'}"));
    }

    private static SimulatorFixture.Reply takenAddress(SimulatorFixture world) {
        world.owner(
                "/entity.create",
                "type_name",
                "user",
                "attributes",
                json("{'email':'taken@example.com','password':'pass-word'}"));
        return world.login(
                "/oauth/register_native_traditional",
                "form",
                "registrationForm",
                "emailAddress",
                "taken@example.com",
                "newPassword",
                "pass-word",
                "newPasswordConfirm",
                "pass-word");
    }

    private static SimulatorFixture.Reply anotherPassword(SimulatorFixture world) {
        return world.owner(
                "/entity",
                "type_name",
                "user",
                "uuid",
                world.record("user", "{'password':'first-one'}"),
                "password_attribute",
                "password",
                "password_value",
                "other");
    }

    private static Map<String, String> without(String field, SimulatorFixture.Reply reply) {
        var fields = new TreeMap<>(reply.fields());
        fields.remove(field);
        return fields;
    }

    private static Map<String, String> fields(String body) {
        var fields = new TreeMap<String, String>();
        Json.read(json(body))
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
        return fields;
    }
}
