package io.regcontract.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.replay.GeneratedValues.Pair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedValuesTest {

    private final GeneratedValues pairs = new GeneratedValues(
            "s", List.of(new Pair("prefix", "run-one-", "run-two-"), new Pair("owner", "ann-owner", "bob-owner")));

    @Test
    void knowsWhatAnAnswerGaveWhereARequestHasIt() {
        var made = pairs.learn("{\"a\":[{\"token\":\"abcdefgh\"}]}", "{\"a\":[{\"token\":\"stuvwxyz\"}]}");
        assertThat(made).containsValue("/a/0/token");
        var variable = made.keySet().iterator().next();

        var template = pairs.explain("here", "name=run-one-1x&token=abcdefgh", "name=run-two-1x&token=stuvwxyz");

        assertThat(template.filled(Map.of("prefix", "new-", variable, "12345678")))
                .isEqualTo("name=new-1x&token=12345678");
        assertThat(pairs.used().get(variable)).isEqualTo(new GeneratedValues.Use(variable, ValueTransformation.NONE));
    }

    @Test
    void knowsItInCapitalsShortenedAndAsTheNumberOfAnElement() {
        pairs.learn("{\"secret\":\"abcdefgh\",\"id\":8}", "{\"secret\":\"stuvwxyz\",\"id\":16}");

        assertThat(pairs.explain("here", "ABCDEFGH", "STUVWXYZ").variables()).hasSize(1);
        assertThat(pairs.explain("here", "abcdefg", "stuvwxy").variables()).hasSize(1);
        assertThat(pairs.explain("here", "cards#8", "cards#16").variables()).hasSize(1);
        assertThat(pairs.explain("here", "cards#1000008", "cards#1000016").variables())
                .hasSize(1);
        assertThat(pairs.used().values().stream().map(GeneratedValues.Use::change))
                .containsExactlyInAnyOrder(ValueTransformation.values());
    }

    @Test
    void knowsWhatTheRunsWereToldAndTakesNoAnswerForIt() {
        assertThat(pairs.learn("{\"client\":\"ann-owner\"}", "{\"client\":\"bob-owner\"}"))
                .isEmpty();

        var template = pairs.explain("here", "client_id=ann-owner", "client_id=bob-owner");

        assertThat(template.variables()).containsExactly("owner");
        assertThat(pairs.used()).isEmpty();
    }

    @Test
    void takesWhatIsTheSameTwiceForSaid() {
        pairs.learn("{\"stat\":\"ok\"}", "{\"stat\":\"ok\"}");

        assertThat(pairs.explain("here", "ok", "ok")).isEqualTo(Template.literal("ok"));
        assertThat(pairs.used()).isEmpty();
    }

    @Test
    void refusesADifferenceThatNoAnswerExplains() {
        assertThatThrownBy(() -> pairs.explain("REG-1, request 2", "4711", "4712"))
                .hasMessage("REG-1, request 2 was \"4711\" once and then \"4712\","
                        + " and no answer before it explains the difference");
    }
}
