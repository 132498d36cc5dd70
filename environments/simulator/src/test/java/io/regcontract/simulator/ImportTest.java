package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.imports.ImportReport.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A simulator that begins with a tenant's own schema and people. */
class ImportTest {

    /** The bcrypt hash of "correct horse", of another program. */
    private static final String HASH = "$2a$04$yhugI7EE5EuOOamjkbGR2.EeSExlbrFEM06/mg5SiKy0lXadUjma.";

    private static final String TYPE = "{'stat':'ok','schema':{'name':'user','attr_defs':["
            + "{'name':'id','type':'id','features':['primary-key'],'constraints':['unique']},"
            + "{'name':'uuid','type':'uuid','description':'given once'},"
            + "{'name':'created','type':'dateTime'},{'name':'lastUpdated','type':'dateTime'},"
            + "{'name':'email','type':'string','length':256,'case-sensitive':false,'constraints':['required','unique']},"
            + "{'name':'password','type':'password-bcrypt'},"
            + "{'name':'lastLogin','type':'dateTime'},"
            + "{'name':'boats','type':'plural','attr_defs':[{'name':'id','type':'id'},{'name':'hull','type':'string'}]}]}}";

    private static final String ADA = "{'id':70,'uuid':'6f6a0a36-8d7b-4d4e-9d1c-1a2b3c4d5e6f',"
            + "'created':'2015-11-15 01:58:01.862312 +0000','lastUpdated':'2020-01-02 03:04:05.000006 +0000',"
            + "'email':'ada@example.com','password':{'type':'password-bcrypt','value':'" + HASH + "'},"
            + "'lastLogin':null,'boats':[{'id':900,'hull':'oak'}]}";
    private static final String BOB = "{'id':71,'uuid':'7f6a0a36-8d7b-4d4e-9d1c-1a2b3c4d5e6f',"
            + "'created':'2016-11-15 01:58:01.862312 +0000','lastUpdated':'2021-01-02 03:04:05.000006 +0000',"
            + "'email':'bob@example.com','lastLogin':'2021-01-02T03:04:05Z','shoe':44,'boats':[]}";

    @TempDir
    private Path directory;

    @Test
    void answersAsTheTenantDid() throws IOException {
        try (var world = imported(written("page.json", answer(ADA, BOB)))) {
            var found = world.owner("/entity.find", "type_name", "user", "filter", "id > 69", "sort_on", json("['id']"))
                    .succeeds()
                    .path("results");
            assertThat(found.get(0)).isEqualTo(io.regcontract.simulator.json.Json.read(json(ADA)));
            assertThat(found.get(1).path("lastLogin").stringValue()).isEqualTo("2021-01-02 03:04:05 +0000");
            assertThat(world.owner(
                                    "/entity.find",
                                    "type_name",
                                    "user",
                                    "filter",
                                    "lastUpdated > '2020-06-01'",
                                    "attributes",
                                    json("['email']"))
                            .succeeds()
                            .path("results")
                            .toString())
                    .isEqualTo("[{\"email\":\"bob@example.com\"}]");
            var schema =
                    world.owner("/entityType", "type_name", "user").succeeds().path("schema");
            assertThat(schema.path("attr_defs").size()).isEqualTo(8);
            assertThat(schema.at("/attr_defs/4/constraints").toString()).isEqualTo("[\"required\",\"unique\"]");
            world.login(
                            "/oauth/auth_native_traditional",
                            "flow",
                            "standard",
                            "flow_version",
                            "20260101000000000000",
                            "locale",
                            "en-US",
                            "form",
                            "signInForm",
                            "signInEmailAddress",
                            "ada@example.com",
                            "currentPassword",
                            "correct horse")
                    .succeeds();
        }
    }

    @Test
    void goesOnWithIdsBehindTheLargest() throws IOException {
        try (var world = imported(written("page.json", answer(ADA)))) {
            var made = world.owner(
                            "/entity.create",
                            "type_name",
                            "user",
                            "attributes",
                            json("{'email':'c@example.com','boats':[{'hull':'elm'}]}"),
                            "include_record",
                            "true")
                    .succeeds();
            assertThat(made.path("id").asInt()).isEqualTo(71);
            assertThat(made.at("/result/boats/0/id").asInt()).isEqualTo(901);
            world.owner("/entity.create", "type_name", "user", "attributes", json("{'email':'ADA@example.com'}"))
                    .fails(361, "unique_violation");
        }
    }

    @Test
    void isTheSameAgainAfterAReset() throws IOException {
        try (var world = imported(written("page.json", answer(ADA)))) {
            world.owner("/entity.delete", "type_name", "user", "id", "70").succeeds();
            world.control("POST", "/reset", "");
            assertThat(world.owner("/entity.count", "type_name", "user")
                            .succeeds()
                            .path("total_count")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"one in a line|%s\\n%s\\n", "a list|[%s,%s]", "answers|%s", "with blanks|\\n %s \\n\\n %s"})
    void readsRecordsHoweverTheyWereKept(String kind, String form) throws IOException {
        var text = kind.equals("answers")
                ? answer(ADA) + "\n" + answer(BOB)
                : form.replace("\\n", "\n").formatted(ADA, BOB);
        try (var world = imported(written("records.json", text))) {
            assertThat(world.simulator.imported().lines(Outcome.TAKEN))
                    .extracting(ImportReport.Line::what, ImportReport.Line::count)
                    .contains(org.assertj.core.groups.Tuple.tuple("records of type user", 2L));
        }
    }

    @Test
    void unpacksWhatGzipHasPacked() throws IOException {
        var file = directory.resolve("records.bin");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(json(ADA).getBytes(StandardCharsets.UTF_8));
        }
        try (var world = imported(file)) {
            assertThat(world.simulator.imported().lines(Outcome.TAKEN)).hasSize(2);
        }
    }

    @Test
    void saysWhatItTookChangedAndLeft() throws IOException {
        var records = written("records.json", ADA + BOB);
        try (var world = imported(records)) {
            assertThat(world.simulator.imported().lines())
                    .extracting(ImportReport.Line::sentence)
                    .filteredOn(line -> !line.contains("flow"))
                    .containsExactly(
                            "taken: 5 attributes of type user (" + directory.resolve("type.json") + ")",
                            "taken: 2 records of type user (" + records + ")",
                            "changed: 1 /lastLogin: a time was written in the form of the service (" + records + ")",
                            "left: 1 /shoe: type user has no such attribute (" + records + ")");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':1,'email':7}|line 1, record 1: the value of /email must be a string",
                "{'id':1}\\n{'id':'x'}|line 2, record 2: the value of /id must be a whole number above zero",
                "{'id':1}\\n{'id':1}|line 2, record 2: another record has the id 1 already",
                "{'email':'a'}{'email':'A'}|line 1, record 2: another record holds the value of the unique attribute /email already",
                "{'uuid':'x'}|line 1, record 1: the value of /uuid must be a uuid",
                "{'boats':[{'hull':1}]}|line 1, record 1: the value of /boats/hull must be a string",
                "{'boats':{}}|line 1, record 1: the value of /boats must be a JSON array",
                "{'created':'soon'}|line 1, record 1: the value of /created must be a time",
                "{'password':7}|line 1, record 1: the value of /password must be a password hash, an object with type and value",
                "[{'id':1},7]|line 1, record 2: a record must be a JSON object",
                "'secret-word'|line 1, record 1: a record must be a JSON object",
                "{'id':1}\\n{'email':'x|line 2: the JSON ends too early: the file is cut short",
                "{'id':1}\\n{'email' 'secret-word'}|line 2: not well-formed JSON",
                "{'id':1,'id':2}|line 1: not well-formed JSON: a key is given twice",
                "{'stat':'error','code':510,'error':'api_limit_error'}|line 1, answer 1: this is an error and no page of records: code 510 api_limit_error",
                "{'stat':'ok','result_count':2,'results':[{'id':1}]}|line 1, answer 1: the answer says result_count 2 and holds 1 records",
                "{'stat':'ok','total_count':2}|line 1, answer 1: this answer has no list of results",
                "{'results':[{'id':1}]}|line 1, answer 1: an answer must have the stat ok",
            })
    void saysWhereAFileIsWrong(String text, String sentence) throws IOException {
        var file = written("records.json", text.replace("\\n", "\n"));
        assertThatThrownBy(() -> imported(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file " + file + ", " + sentence)
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void saysThatAFileIsNotThere() throws IOException {
        assertThatThrownBy(() -> imported(directory.resolve("none.json")))
                .hasMessage("the file " + directory.resolve("none.json") + " is not there");
        assertThatThrownBy(() -> imported(directory)).hasMessageContaining("is a directory");
    }

    private SimulatorFixture imported(Path records) throws IOException {
        var type = written("type.json", TYPE);
        return new SimulatorFixture(builder -> builder.type(type).records(records));
    }

    private static String answer(String... records) {
        return "{'stat':'ok','result_count':" + records.length + ",'results':[" + String.join(",", records) + "]}";
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), json(text));
    }
}
