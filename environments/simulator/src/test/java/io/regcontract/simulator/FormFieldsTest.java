package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of forms as programs send them: dates in parts, boxes, choices, and what no form asks for. */
class FormFieldsTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private String token = "";

    @BeforeEach
    void signIn() {
        world.owner(
                        "/entityType.addAttribute",
                        "type_name",
                        "user",
                        "attr_def",
                        json("{'name':'optIn','type':'boolean'}"))
                .succeeds();
        var uuid = world.record("user", "{'email':'ada@example.com','password':'right-one','optIn':true}");
        token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1990,2,28,1990-02-28",
        "2000,02,29,2000-02-29",
        "1815,12,10,1815-12-10",
        "0001,1,1,0001-01-01",
        "9999,12,31,9999-12-31"
    })
    void storesADateThatIsSentInThreeParts(String year, String month, String day, String stored) {
        update(date(year, month, day)).succeeds();
        assertThat(record().path("birthday").stringValue()).isEqualTo(stored);
        update(date("", "", "")).succeeds();
        assertThat(record().path("birthday").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1990,2,30",
        "1900,2,29",
        "1990,13,1",
        "1990,0,1",
        "1990,1,0",
        "1990,6,31",
        "0,1,1",
        "-1,1,1",
        "10,12,1990",
        "1990,February,1",
        "today,'',''",
        "1990,'',1",
        "'',2,1",
        "1990,2,''"
    })
    void refusesPartsThatMakeNoDate(String year, String month, String day) {
        var invalid =
                update(date(year, month, day)).fails(390, "invalid_form_fields").path("invalid_fields");
        assertThat(invalid.propertyNames()).containsExactly("birthdate");
        assertThat(record().path("birthday").isNull()).isTrue();
    }

    @Test
    void refusesADateOfWhichAPartWasNotSent() {
        update("birthdate[dateselect_year]", "1990", "birthdate[dateselect_day]", "1")
                .fails(390, "invalid_form_fields");
        register("birthdate[dateselect_year]", "1990").fails(390, "invalid_form_fields");
        var registered = register(date("1990", "1", "2")).succeeds();
        assertThat(registered.path("capture_user").path("birthday").stringValue())
                .isEqualTo("1990-01-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "on", "false", "0", "no", ""})
    void takesABoxForCheckedWhateverItsValue(String value) {
        withField("optIn", "{'attribute':'/optIn','type':'checkbox'}");
        update("firstName", "Ada").succeeds();
        assertThat(record().path("optIn").booleanValue(true)).as("left out").isFalse();
        update("optIn", value).succeeds();
        assertThat(record().path("optIn").booleanValue(false)).as("sent").isTrue();
        var left = register().succeeds().path("capture_user").path("optIn");
        assertThat(left.booleanValue(true)).isFalse();
    }

    @Test
    void leavesAnAttributeAloneWhoseBoxIsOnAnotherForm() {
        withField("optIn", "{'attribute':'/optIn','type':'checkbox'}");
        world.login(
                        "/oauth/update_profile_native",
                        "access_token",
                        token,
                        "form",
                        "newPasswordForm",
                        "newPassword",
                        "pass-word",
                        "newPasswordConfirm",
                        "pass-word")
                .succeeds();
        assertThat(record().path("optIn").booleanValue(false)).isTrue();
    }

    @Test
    void refusesABoxThatMustBeChecked() {
        withField("optIn", "{'attribute':'/optIn','type':'checkbox','required':true}");
        assertThat(update("firstName", "Ada")
                        .fails(390, "invalid_form_fields")
                        .path("invalid_fields")
                        .has("optIn"))
                .isTrue();
        update("optIn", "").succeeds();
    }

    @ParameterizedTest
    @CsvSource({"radio", "select"})
    void takesNothingThatIsNotAmongTheChoices(String type) {
        withField("gender", "{'attribute':'/gender','type':'" + type + "','choices':['female','male','other']}");
        for (var choice : List.of("female", "other")) {
            update("gender", choice).succeeds();
            assertThat(record().path("gender").stringValue()).isEqualTo(choice);
        }
        for (var none : List.of("Female", "neither", "fem")) {
            assertThat(update("gender", none)
                            .fails(390, "invalid_form_fields")
                            .path("invalid_fields")
                            .has("gender"))
                    .isTrue();
        }
        update("gender", "").succeeds();
        assertThat(record().path("gender").isNull()).isTrue();
        withField("gender", "{'attribute':'/gender','type':'" + type + "'}");
        update("gender", "neither").succeeds();
    }

    @Test
    void storesTheLinesOfAnArea() {
        withField("aboutMe", "{'attribute':'/aboutMe','type':'textarea'}");
        update("aboutMe", "First.\r\nSecond.").succeeds();
        assertThat(record().path("aboutMe").stringValue()).isEqualTo("First.\r\nSecond.");
    }

    @Test
    void takesAFieldOfAnUnknownTypeForAFaultOfTheFlow() {
        withField("gender", "{'attribute':'/gender','type':'slider'}");
        update("gender", "female").fails(226, "flow_error");
    }

    @Test
    void tellsInTheLogWhichFieldsNobodyAskedFor() {
        update("firstName", "Ada", "fristName", "secret value", "xyz", "1").succeeds();
        assertThat(lastLine()).endsWith(", not looked at: fristName, redirect_uri, response_type, xyz");
        assertThat(lastLine()).doesNotContain("secret value");
        update("birthdate[dateselect_year]", "x", "fristName", "Ada").fails(390, "invalid_form_fields");
        assertThat(lastLine()).endsWith(", not looked at: fristName, redirect_uri, response_type");
        world.owner("/entity.count", "type_name", "user", "fitler", "email = 'x'")
                .succeeds();
        assertThat(lastLine()).endsWith(", not looked at: fitler");
        world.owner("/entity.count", "type_name", "user", "max_\n" + "x".repeat(200), "1")
                .succeeds();
        assertThat(lastLine()).contains(", not looked at: max_?xxx").hasSizeLessThan(250);
        world.anyone("/entity.count", "client_id", "owner", "client_secret", "owner-secret", "type_name", "user")
                .succeeds();
        assertThat(lastLine()).doesNotContain("not looked at");
    }

    private String lastLine() {
        return world.requestLog.get(world.requestLog.size() - 1);
    }

    private JsonNode record() {
        return world.anyone("/entity", "access_token", token).succeeds().path("result");
    }

    private static String[] date(String year, String month, String day) {
        return new String[] {
            "birthdate[dateselect_year]", year, "birthdate[dateselect_month]", month, "birthdate[dateselect_day]", day
        };
    }

    private SimulatorFixture.Reply update(String... fields) {
        var all = new ArrayList<>(List.of("access_token", token, "form", "editProfileForm"));
        all.addAll(List.of(fields));
        return world.login("/oauth/update_profile_native", all.toArray(String[]::new));
    }

    private SimulatorFixture.Reply register(String... fields) {
        var all = new ArrayList<>(List.of("form", "registrationForm", "emailAddress", "new@example.com"));
        all.addAll(List.of("newPassword", "pass-word", "newPasswordConfirm", "pass-word"));
        all.addAll(List.of(fields));
        return world.login("/oauth/register_native_traditional", all.toArray(String[]::new));
    }

    /** Puts one more field on the forms for a profile and for a registration. */
    private void withField(String name, String definition) {
        var flow = (ObjectNode) world.control("GET", "/applications/shop/flows/standard", "");
        ((ObjectNode) flow.path("fields")).set(name, io.regcontract.simulator.json.Json.read(json(definition)));
        for (var form : List.of("editProfileForm", "registrationForm")) {
            ((tools.jackson.databind.node.ArrayNode)
                            flow.path("forms").path(form).path("fields"))
                    .add(name);
        }
        world.control("PUT", "/applications/shop/flows/standard", flow.toString());
    }
}
