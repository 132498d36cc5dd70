package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 100, 200, 201: arguments that are missing, malformed or in each other's way. */
class ArgumentErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void namesTheRecordSelectorThatIsMissing() {
        var uuid = world.record("user", "{}");
        var body = world.owner("/entity", "type_name", "user").fails(100, "missing_argument");
        assertThat(body.path("error_description").stringValue()).isEqualTo("missing required argument: uuid");
        assertThat(body.path("argument_name").stringValue()).isEqualTo("uuid");
        world.owner("/entity", "type_name", "user", "uuid", uuid).succeeds();
    }

    @Test
    void takesAnEmptyArgumentForAMissingOne() {
        world.owner("/clients/add", "description", "").fails(100, "missing_argument");
        world.owner("/clients/add", "description", "d").succeeds();
        world.owner("/settings/set", "key", "k", "value", "").succeeds();
    }

    @Test
    void listsWhatAFormOperationMisses() {
        var body = world.anyone("/oauth/auth_native_traditional", "client_id", "login")
                .fails(100, "missing_argument");
        assertThat(body.path("error_description").stringValue()).isEqualTo("missing arguments: redirect_uri, form");
        world.owner("/settings/delete_default", "key", "default_flow_name").succeeds();
        body = world.login("/oauth/auth_native_traditional", "form", "signInForm")
                .fails(100, "missing_argument");
        assertThat(body.path("error_description").stringValue()).isEqualTo("missing arguments: flow");
        world.owner("/settings/set", "key", "default_flow_name", "value", "standard", "for_client_id", "login")
                .succeeds();
        world.login("/oauth/auth_native_traditional", "form", "signInForm").fails(390, "invalid_form_fields");
    }

    @Test
    void asksForTheClientIdWhereNothingElseProvesTheCaller() {
        world.anyone("/oauth/auth_native_traditional", "form", "signInForm").fails(205, "invalid_auth_method");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /clients/delete           | client_id_for_deletion | nobody              | client_id_for_deletion is not a valid id
            /clients/clear_whitelist  | for_client_id          | nobody              | for_client_id is not a valid id
            /clients/list             | has_features           | [                   | the JSON is not syntactically valid
            /clients/list             | has_features           | ["king"]            | unknown feature: king
            /clients/set_whitelist    | whitelist              | ["10.0.0.0/33"]     | invalid cidr address: 10.0.0.0/33; value after slash must be 32 or less
            /clients/set_whitelist    | whitelist              | ["10.0.0.300/8"]    | invalid cidr address: 10.0.0.300/8; every part of an address must be 255 or less
            /clients/set_whitelist    | whitelist              | ["10.0.0.0/8"]      | the list must hold the address that you are calling from
            /clients/set_features     | features               | ["direct_access"]   | an owner client cannot give up the owner feature itself
            /settings/get             | for_client_id          | nobody              | for_client_id is not a valid id
            """)
    void saysWhyAnArgumentIsNotValid(String path, String argument, String value, String reason) {
        var body = world.owner(path, argument, value, "key", "k").fails(200, "invalid_argument");
        assertThat(body.path("argument_name").stringValue()).isEqualTo(argument);
        assertThat(body.path("error_description").stringValue())
                .isEqualTo(argument + " was not valid for the following reason: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /entity.update      | uuid           | 17                    | invalid uuid
            /entity.update      | id             | x                     | must be a whole number of at least 0
            /entity             | key_attribute  | /password             | password is not a unique attribute
            /entity.find        | filter         | nope = 1              | Unknown attribute (nope)
            /entity.find        | filter         | email = 'a            | unexpected character at position 9
            /entity.find        | max_results    | 10001                 | must be a whole number from 0 to 10000
            /entity.create      | attributes     | {"email"              | the JSON is not syntactically valid
            /entity.create      | attributes     | {"a":1,"a":2}         | the JSON is not syntactically valid
            /entity.create      | attributes     | {} {}                 | the JSON is not syntactically valid
            /entity.create      | include_record | maybe                 | must be true or false
            /entityType.create  | attr_defs      | [{"name":"a"}]        | attribute a needs a type
            /entityType.create  | attr_defs      | [{"name":"1","type":"string"}] | not a valid attribute name: 1
            /entityType.addAttribute | attr_def  | {"name":"a","type":"text"}     | attribute a has an unknown type: text
            /entityType.setPasswordSettings | settings | {"historySize":11}       | historySize must be a whole number from 0 to 10, or null
            """)
    void saysWhyAnArgumentAboutRecordsIsNotValid(String path, String argument, String value, String reason) {
        var type = path.endsWith("create") && path.startsWith("/entityType") ? "fresh" : "user";
        var more = path.equals("/entity.update") || argument.equals("include_record") ? "attributes" : "key_value";
        var body =
                world.owner(path, "type_name", type, argument, value, more, "1").fails(200, "invalid_argument");
        assertThat(body.path("argument_name").stringValue()).isEqualTo(argument);
        assertThat(body.path("error_description").stringValue())
                .isEqualTo(argument + " was not valid for the following reason: " + reason);
    }

    @Test
    void deletesAClientThatIsThere() {
        var id = world.owner("/clients/add", "description", "d")
                .succeeds()
                .path("client_id")
                .stringValue();
        world.owner("/clients/delete", "client_id_for_deletion", id).succeeds();
        world.owner("/clients/delete", "client_id_for_deletion", id).fails(200, "invalid_argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "169", "320", "1.5", "x"})
    void boundsTheLifeOfAnOldSecret(String hours) {
        world.owner("/clients/reset_secret", "for_client_id", "owner", "hours_to_live", hours)
                .fails(200, "invalid_argument");
    }

    @Test
    void refusesTwoWaysToNameOneRecord() {
        var uuid = world.record("user", "{}");
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "id", "1", "attributes", "{}")
                .fails(201, "duplicate_argument");
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", "{}")
                .succeeds();
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", "{}", "value", "{}")
                .fails(201, "duplicate_argument");
    }

    @Test
    void refusesOneArgumentWithTwoValues() {
        var uuid = world.record("user", "{}");
        world.owner("/entity", "type_name", "user", "uuid", uuid, "uuid", uuid).succeeds();
        world.owner("/entity", "type_name", "user", "type_name", "other", "uuid", uuid)
                .fails(201, "duplicate_argument");
    }

    @Test
    void readsArgumentsFromQueryAndBodyAlike() {
        var uuid = world.record("user", "{}");
        var query = "/entity?" + SimulatorFixture.form("type_name", "user", "uuid", uuid);
        var credentials = Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret"));
        assertThat(world.get(query, credentials)
                        .succeeds()
                        .path("result")
                        .path("uuid")
                        .stringValue())
                .isEqualTo(uuid);
        world.post("/entity?type_name=user", credentials, "uuid", uuid).succeeds();
    }

    @Test
    void findsARecordByIdAndByUniqueValue() {
        var uuid = world.record("user", "{'email':'A@example.com'}");
        var byValue = world.owner(
                        "/entity", "type_name", "user", "key_attribute", "/email", "key_value", json("'a@EXAMPLE.com'"))
                .succeeds()
                .path("result");
        assertThat(byValue.path("uuid").stringValue()).isEqualTo(uuid);
        var byId = world.owner(
                        "/entity", "type_name", "user", "id", byValue.path("id").toString())
                .succeeds();
        assertThat(byId.path("result").path("uuid").stringValue()).isEqualTo(uuid);
        world.owner("/entity", "type_name", "user", "key_attribute", "/email").fails(100, "missing_argument");
        world.owner("/entity", "type_name", "user", "key_attribute", "/nope", "key_value", "1")
                .failsAt(223, "unknown_attribute", "/nope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /clients/list                      | has_features  | {}                | has_features must be a JSON array of strings
            /clients/set_whitelist             | whitelist     | [7]               | whitelist must be a JSON array of strings
            /settings/set_multi                | items         | {"a":1}           | items must be a JSON object of strings
            /settings/set_default_multi        | items         | []                | items must be a JSON object of strings
            /entity.bulkCreate                 | all_attributes | {}               | all_attributes must be a JSON array
            /entityType.addAttribute           | attr_def      | []                | attr_def must be a JSON object
            /entityType.setAttributeDescription | description  | 7                 | description must be a JSON string
            """)
    void wantsJsonOfTheRightType(String path, String argument, String value, String text) {
        var body = world.owner(path, argument, value, "type_name", "user", "attribute_name", "email")
                .fails(341, "invalid_json_type");
        assertThat(body.path("error_description").stringValue()).isEqualTo(text);
    }

    @Test
    void wantsTimesThatThereAre() {
        var uuid = world.record("user", "{}");
        world.owner("/entity", "type_name", "user", "uuid", uuid, "created", "2012-13-45 00:00:00 +0000")
                .fails(342, "invalid_date_time");
        world.owner("/versions/entityType", "type_name", "user", "timestamp", "soon")
                .fails(342, "invalid_date_time");
        world.owner("/versions/entityType", "type_name", "user", "timestamp", "now")
                .succeeds();
    }

    @Test
    void wantsOneOfTheChoices() {
        world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", "[]", "commit_each", "never")
                .fails(200, "invalid_argument");
        world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", "[]", "commit_each", "smart")
                .succeeds();
    }
}
