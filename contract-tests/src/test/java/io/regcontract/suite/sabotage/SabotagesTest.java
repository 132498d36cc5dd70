package io.regcontract.suite.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SabotagesTest {

    private static final SabotageContext ALONE =
            new SabotageContext(Contract.load(), "/entity.create", Set.of("s3cr3t-value"), List.of(), List.of());
    private static final String ORDERLY = "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\","
            + "\"error_description\":\"taken\",\"request_token\":\"jx3m9k2vq7hw4r8t\"}";

    @Test
    void haveIdsOfTheirOwnInKebabCaseAndASentenceEach() {
        assertThat(Sabotages.all())
                .extracting(Sabotage::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(Sabotages.all())
                .extracting(Sabotage::words)
                .doesNotHaveDuplicates()
                .allMatch(words -> words.matches("[A-Z].*[A-Za-z0-9]\\."));
    }

    @Test
    void changeNothingButWhatTheySay() {
        assertThat(broken("code-string")).isEqualTo(ORDERLY.replace("361", "\"361\""));
        assertThat(broken("code-exponent")).isEqualTo(ORDERLY.replace("361", "3.61e2"));
        assertThat(broken("code-fraction")).isEqualTo(ORDERLY.replace("361", "361.0"));
        assertThat(broken("code-neighbour")).isEqualTo(ORDERLY.replace("361", "362"));
        assertThat(broken("code-undocumented-sibling")).isEqualTo(ORDERLY.replace("361", "364"));
        assertThat(broken("code-http-twin")).isEqualTo(ORDERLY.replace("361", "409"));
        assertThat(broken("token-renamed")).isEqualTo(ORDERLY.replace("request_token", "request_id"));
        assertThat(broken("token-blank")).isEqualTo(ORDERLY.replace("jx3m9k2vq7", "jx3m9k2v 7"));
        assertThat(broken("stat-missing")).isEqualTo(ORDERLY.replace("\"stat\":\"error\",", ""));
        assertThat(broken("body-key-twice")).isEqualTo(ORDERLY.replace("{", "{\"code\":361,"));
        assertThat(broken("secret-escaped")).contains("\\u0073\\u0033\\u0063").doesNotContain("s3cr3t");
    }

    @Test
    void areTheSameEachTime() {
        assertThat(Sabotages.all()).allSatisfy(sabotage -> assertThat(
                        sabotage.apply(reply(ORDERLY), ALONE).map(RawResponse::text))
                .isEqualTo(sabotage.apply(reply(ORDERLY), ALONE).map(RawResponse::text)));
    }

    @Test
    void leaveSuccessesAndUndocumentedFailuresAlone() {
        for (var body : List.of("{\"stat\":\"ok\"}", "[]", "", "<html>", ORDERLY.replace("361", "999"))) {
            assertThat(Sabotages.all()).allSatisfy(sabotage -> assertThat(sabotage.apply(reply(body), ALONE))
                    .isEmpty());
        }
    }

    @Test
    void drawOnWhatThereIsAndDoNothingWhereThereIsNothing() {
        for (var id : List.of("token-repeated", "answer-stale", "answer-of-another", "answer-crossed")) {
            assertThat(Sabotages.named(id).orElseThrow().apply(reply(ORDERLY), ALONE))
                    .as(id)
                    .isEmpty();
        }
        var earlier = ORDERLY.replace("jx3m", "mmmm");
        var cached = new SabotageContext(
                Contract.load(),
                "/entity.create",
                Set.of(),
                List.of(new SabotageContext.Given("/entity.create", reply(earlier))),
                List.of());
        assertThat(Sabotages.named("answer-stale").orElseThrow().apply(reply(ORDERLY), cached))
                .hasValueSatisfying(reply -> {
                    assertThat(reply.text()).isEqualTo(earlier);
                    assertThat(reply.answer().header("Age")).contains("3600");
                });
    }

    private static String broken(String id) {
        return Sabotages.named(id)
                .orElseThrow()
                .apply(reply(ORDERLY), ALONE)
                .orElseThrow()
                .text();
    }

    private static RawResponse reply(String body) {
        return new RawResponse(
                200,
                List.of(new Answer.Header("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
