package io.regcontract.simulator.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.EntityType;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FilterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final EntityType TYPE = EntityType.of(
            "thing",
            new AttributeDefinitions("attr_defs")
                    .list(
                            Json.read(
                                    """
                            [{"name":"name","type":"string"},{"name":"exact","type":"string","case-sensitive":true},
                             {"name":"age","type":"integer"},{"name":"ok","type":"boolean"},{"name":"none","type":"string"},
                             {"name":"born","type":"date"},{"name":"seen","type":"dateTime"},{"name":"home","type":"object",
                              "attr_defs":[{"name":"city","type":"string"}]},{"name":"tags","type":"plural",
                              "attr_defs":[{"name":"key","type":"string"}]},{"name":"empty","type":"plural","attr_defs":[]},
                             {"name":"password","type":"password"}]
                            """)));
    private static final JsonNode RECORD = Json.read(
            """
            {"id":7,"uuid":"u","created":"2026-03-01 11:00:00.000001 +0000","name":"Ada","exact":"Ada","age":36,"ok":true,
             "none":null,"born":"1815-12-10","seen":"2026-03-01 11:59:00 +0000","home":{"city":"London"},
             "tags":[{"id":1,"key":"a"},{"id":2,"key":"b"}],"empty":[],"password":null}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            name = 'ada'                                             | true
            exact = 'ada'                                            | false
            exact = 'Ada'                                            | true
            name != 'bo'                                             | true
            age = 36 and age = '36'                                  | true
            age > 35 and age >= 36 and age < 37 and age <= 36        | true
            age > 36                                                 | false
            36 < age                                                 | false
            born > '1815-12-09' and born < '1815-12-11'              | true
            seen > '2026-03-01 11:58:59.999999 +0000'                | true
            created <= '2026-03-01T11:00:00Z'                        | false
            seen < now                                               | error
            seen < 'now'                                             | true
            ok = true                                                | true
            ok                                                       | true
            not ok                                                   | false
            !ok or ! ok                                              | false
            not not ok                                               | true
            not (name = 'bo')                                        | true
            not name = 'bo'                                          | error
            none is null                                             | true
            none is not null                                         | false
            name is not null                                         | true
            empty is null                                            | true
            tags is not null                                         | true
            home.city = 'london'                                     | true
            /home/city = 'london'                                    | true
            tags.key = 'b'                                           | true
            tags.key = 'c'                                           | false
            none = 'x'                                               | false
            none != 'x'                                              | false
            not (none = 'x')                                         | false
            none = 'x' or ok                                         | true
            none = 'x' and ok                                        | false
            name = 'bo' and ok or ok                                 | true
            ok or ok and name = 'bo'                                 | true
            (ok or ok) and name = 'bo'                               | false
            name = 'ada' = true                                      | true
            1 < 2 = ok                                               | true
            NAME = 'ada'                                             | error
            name = 'ada' AND ok OR ok                                | true
            name = 'a\\'da'                                          | false
            name = 'a''da'                                           | false
            id = 7                                                   | true
            id = null                                                | false
            password is null                                         | true
            """)
    void decides(String filter, String expected) {
        if (expected.equals("error")) {
            assertThatThrownBy(() -> FilterParser.parse(filter, TYPE, NOW)).isInstanceOf(FilterSyntaxException.class);
        } else {
            assertThat(FilterParser.parse(filter, TYPE, NOW).matches(RECORD)).isEqualTo(Boolean.valueOf(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                          | the filter ends where more is expected
            name =                      | the filter ends where more is expected
            nope = 1                    | Unknown attribute (nope)
            name = 'x                   | unexpected character at position 8
            name = 'x' )                | unexpected ')' at position 12
            (name = 'x'                 | the filter ends where more is expected
            name                        | a condition is expected where a plain value stands
            name and ok                 | a condition is expected where a plain value stands
            age = 'x'                   | 'x' is not a number, as attribute age needs it
            born = 'soon'               | 'soon' is not a date or time, as attribute born needs it
            ok = 'maybe'                | 'maybe' is not true or false, as attribute ok needs it
            name = age                  | values of different types cannot be compared
            password = 'x'              | attribute password can only be tested for null
            home = home                 | an object, a plural or a password can only be tested for null
            name contains 'a'           | the operator contains is no longer supported
            name is 'a'                 | unexpected 'a' at position 9
            """)
    void saysWhatIsWrong(String filter, String message) {
        assertThatThrownBy(() -> FilterParser.parse(filter, TYPE, NOW))
                .isInstanceOf(FilterSyntaxException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\ud83d\ude00", "= = =", "null", "'a' 'b'", "- 1", "1.", "..", "a..b", "a/"})
    void survivesNonsense(String filter) {
        try {
            FilterParser.parse(filter, TYPE, NOW).matches(RECORD);
        } catch (FilterSyntaxException refused) {
            assertThat(refused).hasMessageNotContaining("null pointer");
        }
    }
}
