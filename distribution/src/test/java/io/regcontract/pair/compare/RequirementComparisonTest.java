package io.regcontract.pair.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.pair.half.AnswerParts;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.policy.Glob;
import io.regcontract.report.policy.ToleratedValue;
import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordLocation;
import io.regcontract.report.record.Requirement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of two answers to one requirement, for each way in which a replacement can be another service. */
class RequirementComparisonTest {

    private static final List<String> CHECKS = List.of(
            "http.status",
            "body.json",
            "body.stat",
            "body.code",
            "body.error",
            "description.present",
            "body.schema",
            "body.fields",
            "token.present",
            "token.unique",
            "twin.succeeds");

    private static Map<String, String> parts() {
        return Map.of(
                "status", "200",
                "content type", "application/json",
                "body", "JSON object",
                "name", "unique_violation",
                "token", "16 of a-z and 0-9",
                "field stat", "string",
                "field error_description", "string",
                "field attribute_name", "string");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "another code, and all that goes with it",
                        "360",
                        part("name", "constraint_violation"),
                        List.of("body.code", "body.error", "body.schema"),
                        "code: 361, now 360"),
                fault(
                        "another code with a name that is none",
                        "999",
                        part("name", "taken"),
                        List.of("body.code", "body.error"),
                        "code: 361, now 999",
                        "error: unique_violation, now taken"),
                fault(
                        "a success",
                        "ok",
                        Map.of("status", "200", "body", "JSON object", "field stat", "string"),
                        List.of("body.code", "body.error", "body.schema", "token.present"),
                        "code: 361, now a success"),
                fault(
                        "another name",
                        "361",
                        part("name", "taken"),
                        List.of("body.error", "body.schema"),
                        "error: unique_violation, now taken"),
                fault(
                        "another status",
                        "361",
                        part("status", "404"),
                        List.of("http.status"),
                        "HTTP status: 200, now 404"),
                fault(
                        "no token",
                        "361",
                        part("token", "none"),
                        List.of("token.present", "body.schema", "body.fields"),
                        "request_token: 16 of a-z and 0-9, now none"),
                fault(
                        "a token that was used before",
                        "361",
                        parts(),
                        List.of("token.unique"),
                        "check token.unique: holds, now fails"),
                fault(
                        "no description",
                        "361",
                        without("field error_description"),
                        List.of("description.present", "body.schema"),
                        "field error_description: string, now absent"),
                fault(
                        "another stat",
                        "361",
                        parts(),
                        List.of("body.stat", "body.schema"),
                        "check body.stat: holds, now fails"),
                fault(
                        "a field that the contract asks for here",
                        "361",
                        without("field attribute_name"),
                        List.of("body.fields"),
                        "field attribute_name: string, now absent"),
                fault("a field of another value", "361", parts(), List.of("body.fields"), "fields: hold, now fail"),
                fault(
                        "a cause that stays",
                        "361",
                        parts(),
                        List.of("twin.succeeds"),
                        "check twin.succeeds: holds, now fails"));
    }

    private static Arguments fault(
            String what, String code, Map<String, String> parts, List<String> failing, String... told) {
        return Arguments.of(what, new AnswerParts(code, new TreeMap<>(parts)), failing, List.of(told));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void tellsEachFaultOnceAndAsPromised(String what, AnswerParts now, List<String> failing, List<String> told) {
        var found = between(now, failing);

        assertThat(found).extracting(Difference::sentence).containsExactlyInAnyOrderElementsOf(told);
        assertThat(found).allMatch(Difference::promised);
    }

    @Test
    void doesNotPromiseAFieldThatNoCheckAsksFor() {
        var found = between(new AnswerParts("361", new TreeMap<>(without("field attribute_name"))), List.of());

        assertThat(found).containsExactly(new Difference("field attribute_name", "string", "absent", false));
    }

    @Test
    void findsNothingInAnswersThatAreAlike() {
        assertThat(between(new AnswerParts("361", new TreeMap<>(parts())), List.of()))
                .isEmpty();
    }

    /** Nobody can rely on what the old one does wrong. */
    @Test
    void tellsNoCheckThatFailsOfBoth() {
        var broken = judgement(List.of("token.unique"));
        var parts = new AnswerParts("361", new TreeMap<>(parts()));

        assertThat(new RequirementComparison(Contract.load()).between(parts, parts, broken, broken))
                .isEmpty();
    }

    @Test
    void isDeclaredWhereADeviationNamesACheckOfEachPartThatDiffers() {
        var token = new Difference("token", "16 of a-z and 0-9", "32 of a-z and 0-9", true);
        var status = new Difference("status", "200", "404", true);
        var field = new Difference("field attribute_name", "string", "absent", true);

        assertThat(Declarations.of(List.of(token), declaring("token.length"))).hasValue("D-1 (our own ids)");
        assertThat(Declarations.of(List.of(token, status), declaring("token.length")))
                .isEmpty();
        assertThat(Declarations.of(List.of(token, status), declaring("token.length", "http.status")))
                .isPresent();
        assertThat(Declarations.of(List.of(field), declaring("body.fields"))).isPresent();
        assertThat(Declarations.of(List.of(status), declaring())).isEmpty();
    }

    private static Judgement declaring(String... checks) {
        var judgement = judgement(List.of(checks));
        var number = new AtomicInteger();
        return new Judgement(
                judgement.requirement(),
                judgement.code(),
                Verdict.WAIVED,
                "",
                false,
                List.of(),
                Arrays.stream(checks)
                        .map(check -> new Waiver(
                                "D-" + number.incrementAndGet(),
                                Glob.of("REG-361.*"),
                                new TreeSet<>(Set.of("new")),
                                check,
                                new ToleratedValue.Text("x"),
                                "our own ids",
                                "",
                                "us",
                                LocalDate.EPOCH,
                                LocalDate.MAX,
                                true,
                                "new.yaml:1"))
                        .toList(),
                judgement.observation());
    }

    private static List<Difference> between(AnswerParts now, List<String> failing) {
        return new RequirementComparison(Contract.load())
                .between(new AnswerParts("361", new TreeMap<>(parts())), now, judgement(List.of()), judgement(failing));
    }

    private static Map<String, String> part(String name, String form) {
        var changed = new TreeMap<>(parts());
        changed.put(name, form);
        return changed;
    }

    private static Map<String, String> without(String... names) {
        var changed = new TreeMap<>(parts());
        Arrays.asList(names).forEach(changed::remove);
        return changed;
    }

    private static Judgement judgement(List<String> failing) {
        var checks = CHECKS.stream()
                .map(id -> new Check(
                        id,
                        Check.Weight.MUST,
                        failing.contains(id) ? Check.Result.FAILS : Check.Result.HOLDS,
                        "",
                        "",
                        "",
                        List.of()))
                .toList();
        var requirement = new Requirement(
                "REG-361.entity-create.duplicate-value",
                361,
                "/entity.create",
                "a value is taken",
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        var observation = new Observation(
                requirement,
                Observation.Outcome.OBSERVED,
                "",
                Optional.empty(),
                OptionalInt.of(361),
                Optional.empty(),
                Optional.empty(),
                checks,
                0,
                Instant.EPOCH,
                1,
                Optional.empty(),
                Optional.empty(),
                new RecordLocation("observations.jsonl", 1),
                0,
                1);
        return new Judgement(
                requirement.id(),
                361,
                failing.isEmpty() ? Verdict.PROVEN : Verdict.CONTRADICTED,
                "",
                false,
                List.of(),
                List.of(),
                Optional.of(observation));
    }
}
