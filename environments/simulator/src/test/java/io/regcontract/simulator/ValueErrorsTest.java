package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 340 to 342 and 360 to 363: values that are not of their type, or break a rule of their attribute. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private String uuid = "";

    @BeforeAll
    void defineType() {
        world.type(
                "thing",
                """
                [{'name':'text','type':'string'},{'name':'yes','type':'boolean'},{'name':'count','type':'integer'},
                 {'name':'size','type':'decimal'},{'name':'day','type':'date'},{'name':'time','type':'dateTime'},
                 {'name':'ip','type':'ipAddress'},{'name':'any','type':'json'},{'name':'secret','type':'password-bcrypt'},
                 {'name':'home','type':'object','attr_defs':[{'name':'city','type':'string'}]},
                 {'name':'list','type':'plural','attr_defs':[{'name':'code','type':'string','constraints':['locally-unique']},
                                                            {'name':'key','type':'string','constraints':['unique']}]},
                 {'name':'short','type':'string','length':2},
                 {'name':'latin','type':'string','constraints':['alphabetic']},
                 {'name':'mixed','type':'string','constraints':['alphanumeric']},
                 {'name':'letters','type':'string','constraints':['unicode-letters']},
                 {'name':'print','type':'string','constraints':['unicode-printable']},
                 {'name':'mail','type':'string','constraints':['email-address']},
                 {'name':'exact','type':'string','case-sensitive':true,'constraints':['unique']}]
                """);
        world.type(
                "needy", "[{'name':'must','type':'string','constraints':['required']},{'name':'may','type':'string'}]");
        uuid = world.record("thing", "{}");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ip      | "abcdefghijklmnop"                  | "127.0.0.1"
            ip      | "256.1.1.1"                         | null
            ip      | "::1"                               | "0.0.0.0"
            count   | 9223372036854775808                 | 9223372036854775807
            size    | 1e999999999                         | 1e30
            secret  | {"type":"rot13","value":"x"}        | {"type":"password-md5","value":"x"}
            """)
    void malformedForTheType(String attribute, String wrong, String right) {
        write(attribute, wrong).fails(340, "invalid_data_format");
        write(attribute, right).succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            text    | 1                 | "1"
            text    | {}                | null
            yes     | "true"            | true
            count   | "1"               | 1
            count   | 1.5               | -100
            size    | false             | 0.25
            size    | "1"               | 100
            day     | 20120312          | "2012-03-12"
            time    | true              | "now"
            ip      | 1                 | "10.0.0.1"
            home    | []                | {"city":"x"}
            list    | {}                | []
            list    | [1]               | null
            secret  | 12                | "a secret"
            any     | nonsense          | [1,{"a":null}]
            """)
    void wrongJsonType(String attribute, String wrong, String right) {
        if (!attribute.equals("any")) {
            write(attribute, wrong).fails(341, "invalid_json_type");
        }
        write(attribute, right).succeeds();
    }

    @Test
    void wantsAnObjectOfAttributes() {
        write2("[]").fails(341, "invalid_json_type");
        write2("{}").succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            day   | "2012-02-30"                       | "2012-02-29"
            day   | "2012-13-01"                       | "2012-12-01"
            day   | "soon"                             | "today"
            day   | "Someday, March 12, 2012"          | "Mon March 12, 2012"
            day   | "0000-01-01"                       | "0001-01-01"
            day   | "13/12/2012"                       | "12/13/2012"
            time  | "2012-03-12 25:00:00"              | "2012-03-12 01:23:45.123000 +0000"
            time  | "2012-03-12 00:61:00"              | "2012-03-12T01:23:45Z"
            time  | "10000-01-01 00:00:00"             | "9999-12-31 23:59:59"
            time  | "2012-03-12 00:00:00 +25:00"       | "2012-03-12 00:00:00 +02:00"
            time  | ""                                 | "12 March 2012 5:30 pm"
            """)
    void impossibleDates(String attribute, String wrong, String right) {
        write(attribute, wrong).fails(342, "invalid_date_time");
        write(attribute, right).succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            day   | "March 12, 2012"                       | 2012-03-12
            day   | "3/12/2012"                            | 2012-03-12
            day   | "yesterday"                            | 2026-02-28
            time  | "2012-03-12T01:23:45.5+01:00"          | 2012-03-12 00:23:45.500000 +0000
            time  | "20120312T012345Z"                     | 2012-03-12 01:23:45 +0000
            time  | "12-Mar-2012 12:00 am"                 | 2012-03-12 00:00:00 +0000
            time  | "2012-03-12"                           | 2012-03-12 00:00:00 +0000
            time  | "Mon, 12 Mar 2012 01:23:45 GMT"        | 2012-03-12 01:23:45 +0000
            time  | "Mon, 12 Mar 2012 01:23:45 -0800"      | 2012-03-12 09:23:45 +0000
            day   | "Monday, March 12, 2012"               | 2012-03-12
            """)
    void readsDatesLiberallyAndWritesThemOneWay(String attribute, String value, String kept) {
        write(attribute, value).succeeds();
        assertThat(world.owner("/entity", "type_name", "thing", "uuid", uuid, "attribute_name", attribute)
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            latin   | alphabetic         | "abc123"        | "abcXYZ"
            latin   | alphabetic         | "\u00e4"        | ""
            mixed   | alphanumeric       | "!@#$%^&*()"    | "abc123"
            letters | unicode-letters    | "\u2615"        | "\u0393\u03b5\u03b9\u03ac"
            letters | unicode-letters    | "a1"            | "a"
            print   | unicode-printable  | "\\u0011"       | "\u2615 1"
            print   | unicode-printable  | "\\u0000"       | "a b"
            mail    | email-address      | "anemone"       | "R\u03b4\u03bf\u03ba\u03b9\u03bc\u03ae123abc.def+ghi@a.ab\u03c0\u03b1\u03c1\u03ac\u03b4\u03b5\u03b9\u03b3\u03bc\u03b1.\u03b4\u03bf\u03ba\u03b9\u03bc\u03ae"
            mail    | email-address      | "a@b@c.de"      | "a@b-c.de"
            mail    | email-address      | "a b@c.de"      | "a@c.d.e"
            """)
    void charactersThatAConstraintForbids(String attribute, String constraint, String wrong, String right) {
        var body = write(attribute, wrong).fails(360, "constraint_violation");
        assertThat(body.path("attribute_name").stringValue()).isEqualTo("/" + attribute);
        assertThat(body.path("constraint_name").stringValue()).isEqualTo(constraint);
        assertThat(body.path("error_description").stringValue())
                .isEqualTo("the value provided for /" + attribute + " violates the " + constraint + " constraint");
        write(attribute, right).succeeds();
    }

    @Test
    void oneValueForOneRecord() {
        world.record("thing", "{'exact':'Seven'}");
        write("exact", "\"Seven\"").failsAt(361, "unique_violation", "/exact");
        write("exact", "\"seven\"").succeeds();
        write("exact", "\"seven\"").succeeds();
        var other = world.record("thing", "{'list':[{'key':'k','code':'1'}]}");
        write("list", "[{\"key\":\"K\"}]").failsAt(361, "unique_violation", "/list/key");
        world.owner("/entity.delete", "type_name", "thing", "uuid", other).succeeds();
        write("list", "[{\"key\":\"K\"}]").succeeds();
    }

    @Test
    void oneValueWithinOneRecord() {
        world.owner("/entity.create", "type_name", "thing", "attributes", json("{'list':[{'code':'1'},{'code':'1'}]}"))
                .failsAt(361, "unique_violation", "/list/code");
        world.record("thing", "{'list':[{'code':'1'},{'code':'2'}]}");
        world.record("thing", "{'list':[{'code':'1'}]}");
        world.owner("/entity.create", "type_name", "thing", "attributes", json("{'list':[{'key':'z'},{'key':'z'}]}"))
                .failsAt(361, "unique_violation", "/list/key");
    }

    @Test
    void wantsWhatIsRequired() {
        world.owner("/entity.create", "type_name", "needy", "attributes", "{}")
                .failsAt(362, "missing_required_attribute", "/must");
        world.owner("/entity.create", "type_name", "needy", "attributes", json("{'must':null}"))
                .failsAt(362, "missing_required_attribute", "/must");
        var needy = world.record("needy", "{'must':'x'}");
        world.owner("/entity.update", "type_name", "needy", "uuid", needy, "attributes", json("{'may':'y'}"))
                .succeeds();
        world.owner("/entity.update", "type_name", "needy", "uuid", needy, "attributes", json("{'must':null}"))
                .failsAt(362, "missing_required_attribute", "/must");
        world.owner("/entity.replace", "type_name", "needy", "uuid", needy, "attributes", json("{'may':'y'}"))
                .failsAt(362, "missing_required_attribute", "/must");
    }

    @Test
    void keepsToTheLength() {
        write("short", "\"ABCD\"").failsAt(363, "length_violation", "/short");
        write("short", "\"AB\"").succeeds();
        write("short", "\"\ud83d\ude00\ud83d\ude00\"").succeeds();
        write("short", "\"\ud83d\ude00\ud83d\ude00\ud83d\ude00\"").failsAt(363, "length_violation", "/short");
    }

    private SimulatorFixture.Reply write(String attribute, String value) {
        return write2("{\"" + attribute + "\":" + value + "}");
    }

    private SimulatorFixture.Reply write2(String attributes) {
        return world.owner("/entity.update", "type_name", "thing", "uuid", uuid, "attributes", attributes);
    }
}
