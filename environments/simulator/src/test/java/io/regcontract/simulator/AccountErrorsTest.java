package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 210 to 213, 226, 380, 390 and 540: people in front of forms. */
class AccountErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private String uuid = "";

    @BeforeEach
    void createAccounts() {
        uuid = world.record("user", "{'email':'ada@example.com','password':'right-one'}");
        world.record("user", "{'email':'social@example.com','profiles':[{'domain':'google.com','identifier':'g1'}]}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void logsIn() {
        var body = logIn("standard", "ADA@example.com", "right-one").succeeds();
        assertThat(body.path("capture_user").path("uuid").stringValue()).isEqualTo(uuid);
        assertThat(body.path("capture_user").has("password")).isFalse();
        assertThat(body.path("is_new").asBoolean()).isFalse();
        world.anyone("/entity", "access_token", body.path("access_token").stringValue())
                .succeeds();
        assertThat(body.path("authorization_code").stringValue()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"token,true,false", "code,false,true", "code_and_token,true,true"})
    void issuesWhatIsAskedFor(String type, boolean token, boolean code) {
        var body = world.anyone(
                        "/oauth/auth_native_traditional",
                        "client_id",
                        "login",
                        "redirect_uri",
                        "https://a.example/",
                        "response_type",
                        type,
                        "form",
                        "signInForm",
                        "signInEmailAddress",
                        "ada@example.com",
                        "currentPassword",
                        "right-one")
                .succeeds();
        assertThat(body.has("access_token")).isEqualTo(token);
        assertThat(body.has("authorization_code")).isEqualTo(code);
    }

    @Test
    void hidesWhatWasWrongWhereTheFlowHidesIt() {
        logIn("standard", "ada@example.com", "wrong").fails(210, "invalid_credentials");
        logIn("standard", "nobody@example.com", "right-one").fails(210, "invalid_credentials");
        logIn("standard", "social@example.com", "right-one").fails(210, "invalid_credentials");
        logIn("standard", "ada@example.com", "right-one").succeeds();
    }

    @Test
    void tellsWhatWasWrongWhereTheFlowTells() {
        var unknown = logIn("telling", "nobody@example.com", "right-one").fails(212, "no_such_account");
        assertThat(unknown.path("invalid_fields").path("signInForm").path(0).stringValue())
                .isNotEmpty();
        logIn("telling", "ada@example.com", "wrong").fails(213, "password_incorrect");
        logIn("telling", "social@example.com", "right-one").fails(211, "no_password");
        logIn("telling", "ada@example.com", "right-one").succeeds();
        world.record("user", "{'email':'nobody@example.com','password':'right-one'}");
        logIn("telling", "nobody@example.com", "right-one").succeeds();
    }

    @Test
    void countsLogInsToOneAccountGoodAndBad() {
        logIn("standard", "ada@example.com", "right-one").succeeds();
        for (int i = 0; i < 5; i++) {
            logIn("standard", "ada@example.com", "wrong").fails(210, "invalid_credentials");
        }
        for (var password : new String[] {"right-one", "wrong"}) {
            var body = logIn("standard", "ada@example.com", password).fails(390, "invalid_form_fields");
            assertThat(body.path("error_description").stringValue())
                    .isEqualTo("Too many attempts. Please try again later.");
        }
        world.record("user", "{'email':'eve@example.com','password':'right-one'}");
        logIn("standard", "eve@example.com", "right-one").succeeds();
        world.advance(Duration.ofSeconds(60));
        logIn("standard", "ada@example.com", "right-one").succeeds();
        world.owner("/settings/set_default", "key", "login_attempts", "value", "1")
                .succeeds();
        logIn("standard", "ada@example.com", "right-one").fails(390, "invalid_form_fields");
    }

    @Test
    void registers() {
        var body = register("new@example.com", "pass-word", "pass-word").succeeds();
        assertThat(body.path("is_new").asBoolean()).isTrue();
        assertThat(body.path("capture_user").path("email").stringValue()).isEqualTo("new@example.com");
        logIn("standard", "new@example.com", "pass-word").succeeds();
    }

    @Test
    void keepsAddressesApart() {
        var body = register("Ada@example.com", "pass-word", "pass-word").fails(380, "email_address_in_use");
        assertThat(body.path("existing_provider").stringValue()).isEqualTo("capture");
        var social = register("social@example.com", "pass-word", "pass-word").fails(380, "email_address_in_use");
        assertThat(social.path("existing_provider").stringValue()).isEqualTo("google.com");
        world.owner("/entity.delete", "type_name", "user", "uuid", uuid).succeeds();
        register("Ada@example.com", "pass-word", "pass-word").succeeds();
    }

    @ParameterizedTest
    @CsvSource({
        "'',pass-word,pass-word,emailAddress",
        "nobody,pass-word,pass-word,emailAddress",
        "new@example.com,short,short,newPassword",
        "new@example.com,pass-word,pass-wird,newPasswordConfirm",
        "new@example.com,'','',newPassword"
    })
    void namesTheFieldsThatAreWrong(String email, String password, String confirmation, String field) {
        var invalid = register(email, password, confirmation)
                .fails(390, "invalid_form_fields")
                .path("invalid_fields");
        assertThat(invalid.path(field).path(0).stringValue(""))
                .as(invalid.toString())
                .isNotBlank();
    }

    @Test
    void takesAValueThatTheTypeRefusesForAFaultOfItsField() {
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "user",
                        "attribute_name",
                        "displayName",
                        "constraints",
                        json("['unique']"))
                .succeeds();
        world.record("user", "{'displayName':'Bo'}");
        var more = new String[] {
            "emailAddress",
            "new@example.com",
            "newPassword",
            "pass-word",
            "newPasswordConfirm",
            "pass-word",
            "displayName",
            "bo"
        };
        var invalid = formCall("/oauth/register_native_traditional", "standard", "registrationForm", more)
                .fails(390, "invalid_form_fields")
                .path("invalid_fields");
        assertThat(invalid.has("displayName")).isTrue();
    }

    @Test
    void knowsWhoForgotAPassword() {
        var body = forgot("nobody@example.com").fails(212, "no_such_account");
        assertThat(body.path("invalid_fields")
                        .path("forgotPasswordForm")
                        .path(0)
                        .stringValue())
                .isNotEmpty();
        forgot("ada@example.com").succeeds();
    }

    @Test
    void raisesWhatTheFlowTriggers() {
        forgot("social@example.com").succeeds();
        var flow = flow("standard");
        flow.putArray("triggers")
                .addObject()
                .put("on", "forgot_password")
                .put("when", "social-only")
                .put("message", "only social");
        install(flow);
        var body = forgot("social@example.com").fails(540, "triggered_error");
        assertThat(body.path("error_description").stringValue()).isEqualTo("an error was triggered in the flow");
        assertThat(body.path("message").stringValue()).isEqualTo("only social");
        forgot("ada@example.com").succeeds();
        flow.putArray("triggers");
        install(flow);
        forgot("social@example.com").succeeds();
    }

    @ParameterizedTest
    @CsvSource({
        "auth_native_traditional,/oauth/auth_native_traditional,signInForm",
        "register_native_traditional,/oauth/register_native_traditional,registrationForm",
        "forgot_password,/oauth/forgot_password_native,forgotPasswordForm",
        "verify_email,/oauth/verify_email_native,resendVerificationForm"
    })
    void raisesAtEveryStepWhatTheFlowTriggersThere(String step, String path, String form) {
        var fields = new String[] {
            "signInEmailAddress",
            "ada@example.com",
            "currentPassword",
            "right-one",
            "emailAddress",
            step + "@example.com",
            "newPassword",
            "pass-word",
            "newPasswordConfirm",
            "pass-word"
        };
        var flow = flow("standard");
        flow.putArray("triggers")
                .addObject()
                .put("on", step)
                .put("when", "always")
                .put("message", "closed today");
        install(flow);
        assertThat(formCall(path, "standard", form, fields)
                        .fails(540, "triggered_error")
                        .path("message")
                        .stringValue())
                .isEqualTo("closed today");
        flow.putArray("triggers");
        install(flow);
        formCall(path, "standard", form, fields).succeeds();
    }

    @Test
    void noticesAFlowThatIsWrongInItself() {
        var right = flow("standard");
        var undefinedField = right.deepCopy();
        ((ObjectNode) undefinedField.path("forms").path("signInForm"))
                .putArray("fields")
                .add("signInEmailAddress")
                .add("nowhere");
        var undefinedAttribute = right.deepCopy();
        ((ObjectNode) undefinedAttribute.path("fields").path("signInEmailAddress")).put("attribute", "/nowhere");
        var missingForm = right.deepCopy();
        ((ObjectNode) missingForm.path("forms")).remove("signInForm");
        var missingType = right.deepCopy().put("entityType", "nowhere");
        for (var wrong : new ObjectNode[] {undefinedField, undefinedAttribute, missingForm, missingType}) {
            install(wrong);
            logIn("standard", "ada@example.com", "right-one").fails(226, "flow_error");
        }
        install(right);
        logIn("standard", "ada@example.com", "right-one").succeeds();
        world.owner("/settings/set_default", "key", "default_flow_name", "value", "nowhere")
                .succeeds();
        formCall("/oauth/auth_native_traditional", "", "signInForm").fails(226, "flow_error");
        world.owner("/settings/set_default", "key", "default_flow_name", "value", "standard")
                .succeeds();
        formCall("/oauth/auth_native_traditional", "", "signInForm").fails(390, "invalid_form_fields");
    }

    @ParameterizedTest
    @CsvSource({
        "flow,nowhere",
        "flow_version,HEAD",
        "flow_version,1",
        "locale,tlh",
        "redirect_uri,nowhere",
        "redirect_uri,http://[",
        "response_type,everything",
        "form,nowhere"
    })
    void refusesArgumentsThatTheFlowDoesNotHave(String argument, String value) {
        var arguments = new LinkedHashMap<>(Map.of(
                "client_id",
                "login",
                "redirect_uri",
                "https://a.example/",
                "response_type",
                "token",
                "form",
                "signInForm",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                "right-one"));
        var path = "/oauth/auth_native_traditional";
        world.anyone(path, flat(arguments)).succeeds();
        arguments.put(argument, value);
        assertThat(world.anyone(path, flat(arguments))
                        .fails(200, "invalid_argument")
                        .path("argument_name")
                        .stringValue())
                .isEqualTo(argument);
    }

    @Test
    void takesAJsonBody() {
        var body = Json.object()
                .put("client_id", "login")
                .put("redirect_uri", "https://a.example/")
                .put("response_type", "token")
                .put("form", "signInForm")
                .put("signInEmailAddress", "ada@example.com")
                .put("currentPassword", "right-one");
        send(body).succeeds();
        send(body.put("currentPassword", "wrong")).fails(210, "invalid_credentials");
        send(body.putNull("form")).fails(100, "missing_argument");
    }

    @Test
    void changesAProfile() {
        var token = logIn("standard", "ada@example.com", "right-one")
                .succeeds()
                .path("access_token")
                .stringValue();
        update(token, "editProfileForm", "firstName", "Ada", "birthday", "December 10, 1815")
                .succeeds();
        var record = world.anyone("/entity", "access_token", token).succeeds().path("result");
        assertThat(record.path("givenName").stringValue()).isEqualTo("Ada");
        assertThat(record.path("birthday").stringValue()).isEqualTo("1815-12-10");
        assertThat(record.path("email").stringValue()).isEqualTo("ada@example.com");
        update(token, "editProfileForm", "emailAddress", "").fails(390, "invalid_form_fields");
        update(token, "editProfileForm", "emailAddress", "social@example.com").fails(380, "email_address_in_use");
        update(token, "editProfileForm", "emailAddress", "ADA@example.com").succeeds();
        update(
                        token,
                        "changePasswordForm",
                        "currentPassword",
                        "wrong",
                        "newPassword",
                        "other-one",
                        "newPasswordConfirm",
                        "other-one")
                .fails(390, "invalid_form_fields");
        update(token, "changePasswordForm", "currentPassword", "right-one", "newPassword", "other-one")
                .fails(390, "invalid_form_fields");
        update(
                        token,
                        "changePasswordForm",
                        "currentPassword",
                        "right-one",
                        "newPassword",
                        "other-one",
                        "newPasswordConfirm",
                        "other-one")
                .succeeds();
        logIn("standard", "ada@example.com", "other-one").succeeds();
        world.advance(Duration.ofHours(1));
        update(token, "editProfileForm", "firstName", "Eve").fails(414, "access_token_expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/auth_native_traditional", "/oauth/forgot_password_native"})
    void findsAccountsByAnAddressThatIsNotUnique(String path) {
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "user",
                        "attribute_name",
                        "email",
                        "constraints",
                        "[]")
                .succeeds();
        var form = path.contains("auth") ? "signInForm" : "forgotPasswordForm";
        formCall(path, "standard", form, "signInEmailAddress", "Ada@example.com", "currentPassword", "right-one")
                .succeeds();
    }

    private SimulatorFixture.Reply logIn(String flow, String email, String password) {
        return formCall(
                "/oauth/auth_native_traditional",
                flow,
                "signInForm",
                "signInEmailAddress",
                email,
                "currentPassword",
                password);
    }

    private SimulatorFixture.Reply register(String email, String password, String confirmation) {
        return formCall(
                "/oauth/register_native_traditional",
                "standard",
                "registrationForm",
                "emailAddress",
                email,
                "newPassword",
                password,
                "newPasswordConfirm",
                confirmation,
                "firstName",
                "New");
    }

    private SimulatorFixture.Reply forgot(String email) {
        return formCall("/oauth/forgot_password_native", "standard", "forgotPasswordForm", "signInEmailAddress", email);
    }

    private SimulatorFixture.Reply update(String token, String form, String... fields) {
        var all = new ArrayList<>(List.of("access_token", token));
        all.addAll(List.of(fields));
        return formCall("/oauth/update_profile_native", "standard", form, all.toArray(String[]::new));
    }

    private SimulatorFixture.Reply formCall(String path, String flow, String form, String... fields) {
        var all = new ArrayList<>(List.of("flow", flow, "form", form));
        all.addAll(List.of(fields));
        return world.login(path, all.toArray(String[]::new));
    }

    private SimulatorFixture.Reply send(JsonNode body) {
        return world.send(
                HttpRequest.newBuilder(world.simulator.baseAddress().resolve("/oauth/auth_native_traditional"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    private ObjectNode flow(String name) {
        return (ObjectNode) world.control("GET", "/applications/shop/flows/" + name, "");
    }

    private void install(JsonNode flow) {
        world.control("PUT", "/applications/shop/flows/" + flow.path("name").stringValue(), flow.toString());
    }

    private static String[] flat(Map<String, String> arguments) {
        return arguments.entrySet().stream()
                .flatMap(argument -> Stream.of(argument.getKey(), argument.getValue()))
                .toArray(String[]::new);
    }
}
