package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.imports.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else a simulator may begin with: settings, clients, flows, CSV; and what a state file makes of all that. */
class TwinImportTest {

    private static final String TYPE = "{'name':'user','attr_defs':["
            + "{'name':'email','type':'string','constraints':['unique','no-such-thing'],'colour':'red'},"
            + "{'name':'password','type':'password-scrypt'},{'name':'age','type':'integer'},"
            + "{'name':'agreed','type':'boolean'},{'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'}]},"
            + "{'name':'pets','type':'plural','attr_defs':[{'name':'name','type':'string'}]},{'name':'extra','type':'json'}]}";

    @TempDir
    private Path directory;

    @Test
    void takesSettingsOfTheApplicationAndOfClients() throws IOException {
        var settings = written(
                "settings.json",
                "{'stat':'ok','default_settings':{'verify_email_url':'https://a.example','level':7,'none':null},"
                        + "'client_settings':{'login':{'level':'8'},'gone':{'level':'9'}}}");
        try (var world = with(builder -> builder.settings(settings))) {
            var all = world.owner("/settings/get_all").succeeds();
            assertThat(all.at("/default_settings/verify_email_url").stringValue())
                    .isEqualTo("https://a.example");
            assertThat(all.at("/default_settings/login_attempts").stringValue()).isEqualTo("6");
            assertThat(all.at("/client_settings/login/level").stringValue()).isEqualTo("8");
            assertThat(sentences(world))
                    .containsExactly(
                            "taken: 2 settings of the application (" + settings + ")",
                            "taken: 1 settings of client login (" + settings + ")",
                            "changed: 1 setting level: its value was written as a string (" + settings + ")",
                            "left: 1 setting none: it has no value (" + settings + ")",
                            "left: 1 settings of client gone: there is no such client (" + settings + ")");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{'stat':'ok','result':{'a':'b'}}", "{'a':'b'}"})
    void takesItemsAsSettingsOfTheApplication(String text) throws IOException {
        var settings = written("settings.json", text);
        try (var world = with(builder -> builder.settings(settings))) {
            assertThat(world.owner("/settings/get_default", "key", "a")
                            .succeeds()
                            .path("result")
                            .stringValue())
                    .isEqualTo("b");
        }
    }

    @Test
    void takesClientsAndMakesTheSecretsThatAreMissing() throws IOException {
        var clients = written(
                "clients.json",
                "{'stat':'ok','results':["
                        + "{'client_id':'reader','client_secret':'known','description':'r','features':['direct_read_access','magic'],'whitelist':['0.0.0.0/0']},"
                        + "{'client_id':'office','description':'o','features':['owner'],'whitelist':['10.0.0.0/8','nonsense']},"
                        + "{'client_id':'owner','client_secret':'other','description':'me','features':[]}]}");
        try (var world = with(builder -> builder.clients(clients))) {
            world.as("reader", "known", "/entity.find", "type_name", "user").succeeds();
            var secret = world.simulator.madeClientSecrets().get("office");
            world.as("office", secret, "/clients/list").fails(403, "client_permission_error");
            assertThat(world.owner("/clients/list").succeeds().path("results").size())
                    .isEqualTo(4);
            assertThat(sentences(world))
                    .containsExactly(
                            "taken: 3 clients (" + clients + ")",
                            "changed: 1 client office: a secret was made, as the file has none (" + clients + ")",
                            "changed: 1 client owner: it keeps the secret that it was given at the start (" + clients
                                    + ")",
                            "left: 1 client reader: the feature magic is not known (" + clients + ")",
                            "left: 1 client office: the block of its allow list is none: nonsense (" + clients + ")",
                            "left: 1 client office: calls of it from this machine fail with 403: its allow list does not hold this machine ("
                                    + clients + ")");
        }
    }

    /** The vendor's form of a flow is known in part only: what is not understood is listed. */
    @Test
    void takesAFlowAsTheVendorWritesItAsFarAsItIsKnown() throws IOException {
        var flow = written(
                "custom.json",
                "{'flow_version':'20260202','locales':{'en-US':{}},'screens':{},'fields':{"
                        + "'mail':{'type':'email','schemaId':'email','label':'Mail','validation':[{'rule':'required','value':true},{'rule':'regex','value':'x'}]},"
                        + "'secret':{'type':'password','schemaAttribute':{'path':'password'}},"
                        + "'again':{'type':'password','validation':[{'rule':'match','value':'secret'}]},"
                        + "'city':{'type':'postcode','attribute':'home.city','options':[{'value':'a','label':'A'}]},"
                        + "'signInForm':{'type':'form','fields':['mail',{'name':'secret','required':true}]}}}");
        var type = written("type.json", TYPE);
        try (var world = with(builder -> builder.type(type).flow(flow))) {
            var shown = world.control("GET", "/applications/shop/flows/custom", "");
            assertThat(shown.path("version").stringValue()).isEqualTo("20260202");
            assertThat(shown.at("/fields/mail").toString())
                    .isEqualTo("{\"attribute\":\"/email\",\"required\":true,\"type\":\"email\"}");
            assertThat(shown.at("/fields/secret/required").booleanValue()).isTrue();
            assertThat(shown.at("/fields/again/confirms").stringValue()).isEqualTo("secret");
            assertThat(shown.at("/fields/city").toString())
                    .isEqualTo(
                            "{\"attribute\":\"/home/city\",\"required\":false,\"type\":\"text\",\"choices\":[\"a\"]}");
            assertThat(world.owner("/settings/get_default", "key", "default_flow_name")
                            .succeeds()
                            .path("result")
                            .stringValue())
                    .isEqualTo("custom");
            assertThat(sentences(world))
                    .contains(
                            "changed: 1 field city: the type postcode is not known, text was taken (" + flow + ")",
                            "left: 1 flow: the key screens is not understood (" + flow + ")",
                            "left: 1 field mail: the key label is not understood (" + flow + ")",
                            "left: 1 field mail: the rule regex is not understood (" + flow + ")");
            world.owner(
                            "/entity.create",
                            "type_name",
                            "user",
                            "attributes",
                            json("{'email':'a@b.example','password':'pw-pw-pw'}"))
                    .succeeds();
            world.login(
                            "/oauth/auth_native_traditional",
                            "flow",
                            "custom",
                            "flow_version",
                            "20260202",
                            "locale",
                            "en-US",
                            "form",
                            "signInForm",
                            "mail",
                            "a@b.example",
                            "secret",
                            "pw-pw-pw")
                    .succeeds();
        }
    }

    @Test
    void saysWhatOfATypeItDoesNotUnderstandAndKeepsTheFlowsUsable() throws IOException {
        var type = written("type.json", TYPE);
        try (var world = with(builder -> builder.type(type))) {
            assertThat(sentences(world))
                    .contains(
                            "taken: 9 attributes of type user (" + type + ")",
                            "changed: 1 /password: the type password-scrypt is not known, password was taken (" + type
                                    + ")",
                            "left: 1 /email: the key colour of the attribute is not known (" + type + ")",
                            "left: 1 /email: the constraint no-such-thing is not known (" + type + ")",
                            "changed: 5 fields of the simulator's flow standard: taken out, since type user has no /givenName, /familyName, /displayName, /birthday ("
                                    + type + ")");
            var made = world.simulator.control().applications().create();
            assertThat(made).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,email,age,agreed,home.city,pets.0.name,pets.1.name,extra",
                "id;email;age;agreed;home.city;pets[0].name;pets[1].name;extra"
            })
    void readsCsv(String header) throws IOException {
        var separator = header.substring(2, 3);
        var row = String.join(
                separator, "5", "a@b.example", "33", "true", "\"Ulm, \"\"old\"\"\"", "Rex", "", "\"{\"\"k\"\":1}\"");
        var csv = Files.writeString(directory.resolve("people.csv"), header + "\r\n" + row + "\r\n");
        var type = written("type.json", TYPE);
        try (var world = with(builder -> builder.type(type).records(csv))) {
            var record = world.owner("/entity", "type_name", "user", "id", "5")
                    .succeeds()
                    .path("result");
            assertThat(record.path("age").asInt()).isEqualTo(33);
            assertThat(record.path("agreed").booleanValue()).isTrue();
            assertThat(record.at("/home/city").stringValue()).isEqualTo("Ulm, \"old\"");
            assertThat(record.path("pets").size()).isEqualTo(1);
            assertThat(record.at("/extra/k").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id,age\\n1,old|line 2, record 1: the value of /age must be a whole number",
                "id,age\\n1|line 2, record 1: the header has 2 columns and this row 1",
                "id,id\\n1,2|line 1: there are two columns id",
                "id,a b\\n1,2|line 1: \"a b\" is no path of an attribute",
                "id,email\\n1,\"a|line 2: this is not well-formed CSV",
            })
    void saysWhereCsvIsWrong(String text, String sentence) throws IOException {
        var csv = Files.writeString(directory.resolve("people.csv"), text.replace("\\n", "\n"));
        var type = written("type.json", TYPE);
        assertThatThrownBy(() -> with(builder -> builder.type(type).records(csv)))
                .hasMessage("the file " + csv + ", " + sentence);
    }

    @Test
    void takesNothingAgainAtTheNextStartWithTheSameState() throws IOException {
        var type = written("type.json", TYPE);
        var records = written("records.json", "{'id':3,'email':'a@b.example'}{'id':4}");
        var state = directory.resolve("state");
        try (var world = with(builder -> builder.type(type).records(records).state(state))) {
            world.owner("/entity.delete", "type_name", "user", "id", "4").succeeds();
        }
        try (var world = with(builder -> builder.type(type).records(records).state(state))) {
            assertThat(count(world)).isEqualTo(1);
            assertThat(sentences(world))
                    .containsExactly(
                            "left: 1 file: taken at an earlier start (" + type + ")",
                            "left: 1 file of records: taken at an earlier start (" + records + ")");
        }
    }

    @Test
    void goesOnBehindWhatABrokenFileHadBroughtIntoTheState() throws IOException {
        var type = written("type.json", TYPE);
        var good = new StringBuilder();
        for (int i = 1; i <= 10_500; i++) {
            good.append("{'id':").append(i).append(",'uuid':'%08d-0000-4000-8000-000000000000'}\n".formatted(i));
        }
        var records = written("records.json", good + "{'id':'x'}");
        var state = directory.resolve("state");
        assertThatThrownBy(() ->
                        with(builder -> builder.type(type).records(records).state(state)))
                .hasMessageEndingWith(
                        "line 10501, record 10501: the value of /id must be a whole number above zero; 10000 records before it are in the state, and the next start goes on behind them");
        written("records.json", good.toString());
        try (var world = with(builder -> builder.type(type).records(records).state(state))) {
            assertThat(count(world)).isEqualTo(10_500);
            assertThat(sentences(world))
                    .contains(
                            "taken: 500 records of type user (" + records + ")",
                            "left: 10000 records of type user: there already (" + records + ")");
        }
    }

    @Test
    void refusesATypeOfWhichThereAreRecords() throws IOException {
        var type = written("type.json", TYPE);
        assertThatThrownBy(() -> with(builder -> builder.people().type(type)))
                .isInstanceOf(IllegalArgumentException.class);
        var state = directory.resolve("state");
        try (var world = with(builder -> builder.state(state))) {
            world.record("user", "{}");
        }
        assertThatThrownBy(() -> with(builder -> builder.state(state).type(type)))
                .hasMessage(
                        "the file " + type
                                + " has the type user, of which the application has 1 records already; begin with another state file, and without --people");
    }

    private static int count(SimulatorFixture world) {
        return world.owner("/entity.count", "type_name", "user")
                .succeeds()
                .path("total_count")
                .asInt();
    }

    private static List<String> sentences(SimulatorFixture world) {
        return world.simulator.imported().lines().stream()
                .map(ImportReport.Line::sentence)
                .toList();
    }

    private static SimulatorFixture with(UnaryOperator<RegistrationSimulator.Builder> wish) {
        return new SimulatorFixture(wish);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), json(text));
    }
}
