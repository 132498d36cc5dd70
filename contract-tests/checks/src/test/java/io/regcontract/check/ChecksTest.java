package io.regcontract.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every damage is found by exactly the check meant for it, in exactly these words. */
final class ChecksTest {

    private static final Contract CONTRACT = Contract.load();
    private static final String TOKEN = "jx3m9k2vq7hw4r8t";
    private static final String GOOD = "{\"stat\":\"error\",\"code\":361,\"error\":\"unique_violation\","
            + "\"error_description\":\"the value is taken\",\"request_token\":\"" + TOKEN + "\"}";
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    static Stream<Arguments> damages() {
        return Stream.of(
                // damage, answer, check, expected, actual
                arguments("wrong code, the neighbour", body("361", "360"), "body.code", "361", "360"),
                arguments("wrong code, the HTTP twin", body("361", "409"), "body.code", "361", "409"),
                arguments("code as string", body("361", "\"361\""), "body.code.integer", "an integer", "\"361\""),
                arguments("code with a fraction", body("361", "361.0"), "body.code.integer", "an integer", "361.0"),
                arguments("code with an exponent", body("361", "3.61e2"), "body.code.integer", "an integer", "3.61e2"),
                arguments("code null", body("361", "null"), "body.code.integer", "an integer", "null"),
                arguments(
                        "code an object", body("361", "{\"a\":361}"), "body.code.integer", "an integer", "{\"a\":361}"),
                arguments("code missing", body("\"code\":361,", ""), "body.code.integer", "an integer", "absent"),
                arguments(
                        "name of another code",
                        body("unique_violation", "constraint_violation"),
                        "body.error",
                        "unique_violation",
                        "constraint_violation"),
                arguments(
                        "name missing",
                        body("\"error\":\"unique_violation\",", ""),
                        "body.error",
                        "unique_violation",
                        "absent"),
                arguments(
                        "name a number", body("\"unique_violation\"", "361"), "body.error", "unique_violation", "361"),
                arguments(
                        "description missing",
                        body("\"error_description\":\"the value is taken\",", ""),
                        "description.present",
                        "a text",
                        "absent"),
                arguments(
                        "description blank",
                        body("the value is taken", "  "),
                        "description.present",
                        "a text",
                        "\"  \""),
                arguments(
                        "description a number",
                        body("\"the value is taken\"", "7"),
                        "description.present",
                        "a text",
                        "7"),
                arguments(
                        "description gives a secret away",
                        body("the value is taken", "hunter22 is taken"),
                        "body.secret-free",
                        "no secret of the request",
                        "one of them in /error_description: hunter22 is taken"),
                arguments(
                        "name with a blank behind it",
                        body("unique_violation", "unique_violation "),
                        "body.error",
                        "unique_violation",
                        "\"unique_violation \""),
                arguments("name empty", body("unique_violation", ""), "body.error", "unique_violation", "\"\""),
                arguments(
                        "token with a no-break space",
                        body(TOKEN, "jx3m9k2v\u00a07hw4r8t"),
                        "token.blank-free",
                        "no blanks",
                        "\"jx3m9k2v\\u00a07hw4r8t\""),
                arguments(
                        "token missing",
                        body(",\"request_token\":\"" + TOKEN + "\"", ""),
                        "token.present",
                        "request_token",
                        "absent"),
                arguments(
                        "token renamed",
                        body("request_token", "request_id"),
                        "token.present",
                        "request_token",
                        "request_id instead"),
                arguments(
                        "token null",
                        body("\"" + TOKEN + "\"", "null"),
                        "token.present",
                        "request_token, a string",
                        "null"),
                arguments(
                        "token a number",
                        body("\"" + TOKEN + "\"", "1234567890123456"),
                        "token.present",
                        "request_token, a string",
                        "1234567890123456"),
                arguments("token empty", body(TOKEN, ""), "token.length", "16 characters", "0 characters: \"\""),
                arguments(
                        "token of 15",
                        body(TOKEN, "jx3m9k2vq7hw4r8"),
                        "token.length",
                        "16 characters",
                        "15 characters: \"jx3m9k2vq7hw4r8\""),
                arguments(
                        "token of 17",
                        body(TOKEN, TOKEN + "2"),
                        "token.length",
                        "16 characters",
                        "17 characters: \"" + TOKEN + "2\""),
                arguments(
                        "token with a blank",
                        body(TOKEN, "jx3m9k2v 7hw4r8t"),
                        "token.blank-free",
                        "no blanks",
                        "\"jx3m9k2v 7hw4r8t\""),
                token("zero-width", "jx3m9k2v\u200b7hw4r8t", "\\u200b"),
                token("NUL", "jx3m9k2v\\u00007hw4r8t", "\\u0000"),
                token("ESC", "jx3m9k2v\\u001b7hw4r8t", "\\u001b"),
                token("right to left", "jx3m9k2v\u202e7hw4r8t", "\\u202e"),
                token("a soft hyphen", "jx3m9k2v\u00ad7hw4r8t", "\\u00ad"),
                token("half a character", "jx3m9k2v\\ud83d7hw4r8t", "\\ud83d"),
                token("what is no character", "jx3m9k2v\ufffe7hw4r8t", "\\ufffe"),
                token("what nobody has given a meaning", "jx3m9k2v\u03787hw4r8t", "\\u0378"),
                token("a private character", "jx3m9k2v\ue0007hw4r8t", "\\ue000"),
                token("an emoji", "jx3m9k2v\ud83d\ude007hw4r8t", "\ud83d\ude00"),
                token("a mark on the letter before it", "jx3m9k2v\u03017hw4r8t", "\u0301"),
                blank("a line separator", "\u2028", "\\u2028"),
                blank("a Hangul filler", "\u3164", "\\u3164"),
                blank("a Braille pattern without a dot", "\u2800", "\\u2800"),
                arguments(
                        "a piece of the secret as token",
                        body(TOKEN, "9x2m7q4w8r6t5y1z"),
                        "body.secret-free",
                        "no secret of the request",
                        "a piece of one in /request_token: 9x2m7q4w8r6t5y1z"),
                arguments(
                        "a secret in a cookie",
                        with("Set-Cookie", "sid=hunter22; Path=/"),
                        "body.secret-free",
                        "no secret of the request",
                        "one of them in the header Set-Cookie: sid=hunter22; Path=/"),
                arguments(
                        "a secret in an address, every character escaped",
                        with("Location", "/back?a=%68%75%6e%74%65%72%32%32"),
                        "body.secret-free",
                        "no secret of the request",
                        "one of them in the header Location: /back?a=%68%75%6e%74%65%72%32%32"),
                arguments(
                        "a secret in a header of one's own, in hex",
                        with("X-Debug", "68756E7465723232"),
                        "body.secret-free",
                        "no secret of the request",
                        "one of them in the header X-Debug: 68756E7465723232"),
                arguments(
                        "900 levels",
                        body("\"stat\"", "\"deep\":" + "[".repeat(900) + "]".repeat(900) + ",\"stat\""),
                        "body.json",
                        "JSON within the suite's limits: 200 levels, numbers of 1000 digits, names of 50000 and texts of"
                                + " 10000000 characters",
                        "nested deeper than 200 levels: {\"deep\":" + "[".repeat(121) + "… (1969 characters)"),
                arguments("stat ok", body("\"stat\":\"error\"", "\"stat\":\"ok\""), "body.stat", "\"error\"", "\"ok\""),
                arguments("stat missing", body("\"stat\":\"error\",", ""), "body.stat", "\"error\"", "absent"),
                arguments(
                        "success",
                        answer("{\"stat\":\"ok\",\"result\":1}"),
                        "answer.failure",
                        "361 unique_violation",
                        "a success: {\"stat\":\"ok\",\"result\":1}"),
                arguments(
                        "empty body",
                        answer(""),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "an empty body"),
                arguments(
                        "html",
                        answer("<html>"),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "text that is not valid JSON: <html>"),
                arguments(
                        "truncated",
                        answer("{\"code\":3"),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "text that is not valid JSON: {\"code\":3"),
                arguments(
                        "duplicate key",
                        answer("{\"code\":361,\"code\":361}"),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "JSON with a key given twice: {\"code\":361,\"code\":361}"),
                arguments(
                        "trailing text",
                        answer("{} {}"),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "JSON with something behind it: {} {}"),
                arguments(
                        "byte order mark",
                        answer("\uFEFF{}"),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "a byte order mark before the JSON"),
                arguments(
                        "wrong charset",
                        Answer.of(
                                200,
                                headers("application/json"),
                                "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)),
                        "body.json",
                        "one JSON value, each key once, nothing behind it",
                        "bytes that are not UTF-8"),
                arguments("array", answer("[" + GOOD + "]"), "body.envelope", "a JSON object", "[" + GOOD + "]"),
                arguments(
                        "content type html",
                        Answer.of(200, "text/html", GOOD),
                        "http.content-type",
                        "application/json",
                        "text/html"),
                arguments(
                        "content type missing",
                        Answer.of(200, List.of(), GOOD.getBytes(StandardCharsets.UTF_8)),
                        "http.content-type",
                        "application/json",
                        "no Content-Type"),
                arguments(
                        "charset latin",
                        Answer.of(200, "application/json; charset=iso-8859-1", GOOD),
                        "http.content-type",
                        "application/json",
                        "application/json; charset=iso-8859-1"),
                arguments(
                        "HTTP status mirrors the code",
                        Answer.of(361, "application/json", GOOD),
                        "http.status",
                        "HTTP 200",
                        "HTTP 361, the Registration code mirrored into the HTTP status"),
                arguments("HTTP 400", Answer.of(400, "application/json", GOOD), "http.status", "HTTP 200", "HTTP 400"),
                arguments(
                        "extra field of the wrong type",
                        body("\"stat\"", "\"attribute_name\":7,\"stat\""),
                        "body.schema",
                        "/attribute_name string",
                        "number 7"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void findsEachDamageWithTheOneCheckMeantForIt(
            String damage, Answer answer, String check, String expected, String actual) {
        assertThat(failures(answer, logged("/entity.create", 361, NOON)))
                .containsExactly(Map.entry(check, new Finding.Fails(expected, actual)));
    }

    @Test
    void findsNothingInAGoodAnswer() {
        assertThat(failures(answer(GOOD), logged("/entity.create", 361, NOON))).isEmpty();
    }

    @Test
    void takesAnUnknownFieldAsANoteAndNotAsAContradiction() {
        var checked = Checks.examine(subject(body("\"stat\"", "\"shoe_size\":7,\"stat\""), CheckContext.NONE));

        assertThat(checked.stream().filter(one -> one.failed() && one.check().weight() == Check.Weight.NOTE))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.check().id()).isEqualTo("body.undocumented");
                    assertThat(inWords((Finding.Fails) one.finding()))
                            .isEqualTo(new Finding.Fails("fields the contract knows", "shoe_size"));
                });
    }

    @Test
    void takesTheRecordedAlphabetAsANote() {
        var checked = Checks.examine(subject(body(TOKEN, "JX3M9K2VQ7HW4R8T"), CheckContext.NONE));

        assertThat(checked.stream().filter(one -> one.failed() && one.check().weight() != Check.Weight.SHOULD))
                .singleElement()
                .satisfies(one -> assertThat(one.check().weight()).isEqualTo(Check.Weight.NOTE));
    }

    @Test
    void findsATokenThatAnEarlierAnswerHad() {
        var circumstances = new CheckContext(
                Set.of(), Optional.of("REG-360.entity-update.digits-in-alphabetic"), new LogLookup.Unknown());

        assertThat(failures(answer(GOOD), circumstances))
                .containsExactly(Map.entry(
                        "token.unique",
                        new Finding.Fails("not seen before", "also in REG-360.entity-update.digits-in-alphabetic")));
    }

    @Test
    void saysOfARepeatedTokenWithoutItsFormOnlyThatItHasNone() {
        var seenBefore =
                new CheckContext(Set.of(), Optional.of("REG-100.entity-create.left-out"), new LogLookup.Unknown());

        assertThat(failures(body(TOKEN, ""), seenBefore))
                .containsExactly(Map.entry("token.length", new Finding.Fails("16 characters", "0 characters: \"\"")));
    }

    @Test
    void findsATokenThatTheLogDoesNotKnow() {
        assertThat(failures(answer(GOOD), new CheckContext(Set.of(), Optional.empty(), new LogLookup.Unknown())))
                .containsExactly(Map.entry(
                        "token.logged", new Finding.Fails("an entry in the API log", "none under \"" + TOKEN + "\"")));
    }

    @Test
    void findsATokenLoggedForAnotherOperationCodeOrTime() {
        assertThat(failures(answer(GOOD), logged("/entity.update", 361, NOON)))
                .containsExactly(Map.entry(
                        "token.logged", new Finding.Fails("logged for /entity.create", "logged for /entity.update")));
        assertThat(failures(answer(GOOD), logged("/entity.create", 360, NOON)))
                .containsExactly(
                        Map.entry("token.logged", new Finding.Fails("logged with code 361", "logged with code 360")));
        assertThat(failures(answer(GOOD), logged("/entity.create", 361, NOON.plusSeconds(60))))
                .containsExactly(Map.entry(
                        "token.logged",
                        new Finding.Fails(
                                "logged between 2026-01-02T11:59:59Z and 2026-01-02T12:00:01Z",
                                "logged at 2026-01-02T12:01:00Z")));
    }

    @Test
    void asksForTheLiteralTextWhereThePagePromisesOne() {
        var promised = "Too many attempts. Please try again later.";
        var expectation = new Expectation(
                CONTRACT,
                CONTRACT.error(ErrorCode.UNIQUE_VIOLATION),
                "/entity.create",
                200,
                Map.of(),
                Optional.of(promised));
        var literal = new BodyLiteral();

        assertThat(literal.examine(new CheckInput(answer(GOOD), expectation, CheckContext.NONE)))
                .isEqualTo(new Finding.Fails("\"" + promised + "\"", "\"the value is taken\""));
        for (var place : List.of(
                body("the value is taken", promised),
                body("\"stat\"", "\"message\":\"" + promised + "\",\"stat\""),
                body("\"stat\"", "\"invalid_fields\":{\"signInForm\":[\"" + promised + "\"]},\"stat\""))) {
            assertThat(literal.examine(new CheckInput(place, expectation, CheckContext.NONE)))
                    .isEqualTo(new Finding.Holds());
        }
    }

    @Test
    void asksForTheFieldsOfTheCondition() {
        var expectation = new Expectation(
                CONTRACT,
                CONTRACT.error(ErrorCode.UNKNOWN_ATTRIBUTE),
                "/entity.update",
                200,
                Map.of("attribute_name", "/emblem", "message", Expectation.ANY),
                Optional.empty());
        var fields = new BodyFields();

        assertThat(fields.examine(new CheckInput(
                        body("\"stat\"", "\"attribute_name\":\"/badge\",\"stat\""), expectation, CheckContext.NONE)))
                .isEqualTo(new Finding.Fails("attribute_name \"/emblem\", message", "\"/badge\", absent"));
        assertThat(fields.examine(new CheckInput(
                        body("\"stat\"", "\"attribute_name\":\"/emblem\",\"message\":\"m\",\"stat\""),
                        expectation,
                        CheckContext.NONE)))
                .isEqualTo(new Finding.Holds());
    }

    @Test
    void showsHostileTextBoundedAndWithoutCharactersThatAct() {
        var hostile = "\\u001b[31m\\u202e" + "x".repeat(1_000_000);

        assertThat(failures(body("\"unique_violation\"", "\"" + hostile + "\""), CheckContext.NONE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getValue().actual())
                        .startsWith("\\u001b[31m\\u202exxx")
                        .endsWith("… (1000006 characters)")
                        .hasSizeLessThan(220));
    }

    @Test
    void boundsATextOnlyAfterSecretsWereTakenOutOfIt() {
        var raw = Finding.fails("", "x".repeat(155) + "s3cr3t-value");

        assertThat(raw.reworded(text -> text.replace("s3cr3t-value", "***")).shown())
                .isEqualTo(Finding.fails("", "x".repeat(155) + "***"));
    }

    @Test
    void findsASecretInAnyFieldAndForm() {
        for (var echo : List.of(
                "hunter22",
                "aHVudGVyMjI=",
                "dTpodW50ZXIyMg==",
                "dXM6aHVudGVyMjI6eA==",
                "\\u0068\\u0075nter22",
                "a\\/hunter\\u00322",
                "68756e7465723232",
                "22retnuh",
                "&#104;unter2&#x32;",
                "%68%75%6E%74%65%72%32%32",
                "{\\\"a\\\":\\\"\\\\u0068unter22\\\"}")) {
            assertThat(failures(
                            body("\"stat\"", "\"message\":\"" + echo + "\",\"stat\""),
                            logged("/entity.create", 361, NOON)))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getKey()).isEqualTo("body.secret-free"));
        }
    }

    @Test
    void refusesJsonThatIsDeeperThanAnyAnswer() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(failures(answer(deep), CheckContext.NONE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getKey()).isEqualTo("body.json"));
    }

    @Test
    void tellsANumberBeyondItsLimitsFromTextThatIsNoJson() {
        assertThat(failures(body("361", "3".repeat(200_000)), CheckContext.NONE))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getKey()).isEqualTo("body.json");
                    assertThat(entry.getValue().expected()).startsWith("JSON within the suite's limits: ");
                    assertThat(entry.getValue().actual()).startsWith("a number of more than 1000 digits: {");
                });
    }

    @Test
    void takesOtherLettersThanTheRecordedOnesForANote() {
        for (var token : List.of(
                "JX3M9K2VQ7HW4R8T", "jx3m-k2v_7hw.r8t", "äöüßéñçøåæœþðđłš", "漢字かなカナ한글абвгдежзик".substring(0, 16))) {
            assertThat(failures(body(TOKEN, token), CheckContext.NONE))
                    .as(token)
                    .isEmpty();
        }
    }

    /** A password that a run makes up has its prefix in it, as has all that it makes. */
    @Test
    void takesNoPieceOfAPasswordNorTheIdOfAClientForASecret() {
        assertThat(failures(
                        body("the value is taken", "regcontract-20261127x12 of client-of-our-own: is taken"),
                        logged("/entity.create", 361, NOON)))
                .isEmpty();
    }

    @Test
    void findsASecretInAnAnswerThatIsNoJson() {
        assertThat(failures(answer("<p>hunter22 was refused</p>"), logged("/entity.create", 361, NOON)))
                .extracting(Map.Entry::getKey)
                .containsExactly("body.json", "body.secret-free");
    }

    @Test
    void warnsOfAnAnswerThatMayBeKept() {
        var kept = Answer.of(200, headers("application/json"), GOOD.getBytes(StandardCharsets.UTF_8));

        assertThat(Checks.examine(subject(kept, CheckContext.NONE)).stream().filter(CheckResult::failed))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.check().id()).isEqualTo("http.cache-control");
                    assertThat(one.check().weight()).isEqualTo(Check.Weight.SHOULD);
                    assertThat(one.finding()).isEqualTo(new Finding.Fails("no-store", "no Cache-Control"));
                });
    }

    @Test
    void givesEveryCheckItsOwnIdAndASource() {
        assertThat(Checks.ofAnError()).extracting(Check::id).doesNotHaveDuplicates();
        assertThat(Checks.ofAnError())
                .allSatisfy(check -> assertThat(check.source()).isNotBlank());
    }

    private static Arguments token(String what, String token, String shown) {
        return arguments(
                "token with " + what,
                body(TOKEN, token),
                "token.characters",
                "characters that can be seen, each of them one",
                "\"jx3m9k2v" + shown + "7hw4r8t\"");
    }

    private static Arguments blank(String what, String blank, String shown) {
        return arguments(
                "token with " + what,
                body(TOKEN, "jx3m9k2v" + blank + "7hw4r8t"),
                "token.blank-free",
                "no blanks",
                "\"jx3m9k2v" + shown + "7hw4r8t\"");
    }

    private static Answer with(String header, String value) {
        return Answer.of(
                200,
                List.of(new Answer.Header("Content-Type", "application/json"), new Answer.Header(header, value)),
                GOOD.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map.Entry<String, Finding.Fails>> failures(Answer answer, CheckContext circumstances) {
        return Checks.examine(subject(answer, circumstances)).stream()
                .filter(checked -> checked.failed() && checked.check().weight() == Check.Weight.MUST)
                .map(checked -> Map.entry(checked.check().id(), inWords((Finding.Fails)
                        checked.finding().shown())))
                .toList();
    }

    /** What a person reads; what is proposed besides has tests of its own. */
    private static Finding.Fails inWords(Finding.Fails fails) {
        return new Finding.Fails(fails.expected(), fails.actual());
    }

    private static CheckInput subject(Answer answer, CheckContext circumstances) {
        return new CheckInput(
                answer, Expectation.of(CONTRACT, ErrorCode.UNIQUE_VIOLATION, "/entity.create"), circumstances);
    }

    private static CheckContext logged(String operation, int code, Instant time) {
        return new CheckContext(
                Set.of(
                        "hunter22",
                        "k3v9x2m7q4w8r6t5y1z0",
                        "client-of-our-own:k3v9x2m7q4w8r6t5y1z0",
                        "pw-regcontract-20261127x12Secret4-9x"),
                Optional.empty(),
                new LogLookup.Entry(operation, code, time, NOON.minusSeconds(1), NOON.plusSeconds(1)));
    }

    private static Answer body(String target, String replacement) {
        assertThat(GOOD).contains(target);
        return answer(GOOD.replace(target, replacement));
    }

    private static Answer answer(String body) {
        return Answer.of(200, "application/json", body);
    }

    private static List<Answer.Header> headers(String contentType) {
        return List.of(new Answer.Header("Content-Type", contentType));
    }
}
