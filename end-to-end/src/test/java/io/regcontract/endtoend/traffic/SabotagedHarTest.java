package io.regcontract.endtoend.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Check;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.sabotage.Applicability;
import io.regcontract.suite.sabotage.RawResponse;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.Sabotages;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict;
import io.regcontract.traffic.judge.JudgeTerms;
import io.regcontract.traffic.judge.StandardJudge;
import io.regcontract.traffic.read.TrafficFile;
import io.regcontract.traffic.scope.ApiScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judge of traffic is shown a HAR of the suite's own run in which answers are broken, one of each code, in every way
 * of the list. What needs no expectation is found by the check that finds it in a run: {@code sabotaged-har.txt}.
 */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
final class SabotagedHarTest {

    private static final Path WRITTEN = Path.of("src/test/resources/io/regcontract/endtoend/traffic/sabotaged-har.txt");
    private static final Contract CONTRACT = Contract.load();

    /** What only somebody knows who has driven the condition, or can ask the service. */
    private static final Map<String, String> NEEDS = Map.of(
            "body.code", "which code is right, only the driven condition says",
            "body.literal", "which text is promised, only the driven condition says",
            "body.fields", "which fields must be there and with what, only the driven condition says",
            "answer.failure", "that the call must fail, only the driven condition says",
            "element.present", "that a result must be an error, only the driven condition says",
            "token.logged", "recorded traffic has no API log to ask");

    private Path directory = Path.of("");

    private List<TrafficExchange> recorded = List.of();
    private List<TrafficExchange> exchanges = List.of();
    private Judged whole = new Judged(List.of(), Map.of());

    /** One of each code, and one of each code that stands among results: the last, so that much comes before it. */
    private Collection<RecordedFailure> chosen = List.of();

    private List<RecordedFailure> others = List.of();

    /**
     * What the judge said.
     *
     * @param verdicts of each exchange
     * @param failures how many answers each check failed for, by its id
     */
    private record Judged(List<TrafficVerdict> verdicts, Map<String, Long> failures) {}

    /**
     * What came of one sabotage.
     *
     * @param alone broken answers that can be judged alone
     * @param caught those of them in which the check named itself
     * @param beside other checks that contradict some of them
     * @param blind broken answers that only somebody can judge who knows what was to come
     * @param noticed those of them that are contradicted all the same
     * @param by the checks that do so
     */
    private record Outcome(int alone, int caught, Set<String> beside, int blind, int noticed, Set<String> by) {}

    @BeforeAll
    void record(@TempDir Path empty) throws IOException {
        directory = empty;
        recorded = SuiteTraffic.recorded(directory);
        // What succeeded is judged once; it is not written and read again for each sabotage.
        // In an order of their own: which of two requirements is driven first is not always the same.
        var failing = RecordedFailure.in(recorded, CONTRACT).stream()
                .sorted(Comparator.comparing(RecordedFailure::operation)
                        .thenComparing(RecordedFailure::code)
                        .thenComparing(failure -> failure.secrets().size())
                        .thenComparing(RecordedFailure::index))
                .map(RecordedFailure::index)
                .distinct()
                .toList();
        exchanges = failing.stream().map(recorded::get).toList();
        var failures = RecordedFailure.in(exchanges, CONTRACT);
        var last = new TreeMap<String, RecordedFailure>();
        failures.forEach(failure ->
                last.put(failure.code() + failure.element().map(at -> " there").orElse(""), failure));
        chosen = last.values();
        var broken = chosen.stream().map(RecordedFailure::index).collect(Collectors.toSet());
        others =
                failures.stream().filter(each -> !broken.contains(each.index())).toList();
        whole = judged(exchanges, Map.of());
    }

    @Test
    void findsNothingWhereNothingIsBroken() throws IOException {
        assertThat(judged(recorded, Map.of()).verdicts())
                .hasSameSizeAs(recorded)
                .allSatisfy(
                        verdict -> assertThat(checks(verdict)).as("%s", verdict).isEmpty());
        assertThat(chosen.stream()
                        .filter(failure -> failure.element().isEmpty())
                        .map(RecordedFailure::code)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ErrorCode.class))))
                .containsExactlyInAnyOrder(ErrorCode.values());
        assertThat(chosen).anyMatch(failure -> failure.element().isPresent());
    }

    @Test
    void findsEverySabotageThatNeedsNoExpectation() throws IOException {
        var lines = new ArrayList<String>();
        int alone = 0;
        int caught = 0;
        for (var sabotage : Sabotages.all()) {
            var outcome = of(sabotage);
            lines.add(line(sabotage, outcome));
            alone += outcome.alone();
            caught += outcome.caught();
            assertThat(NEEDS.containsKey(sabotage.check()) || outcome.alone() > 0)
                    .as("%s breaks something", sabotage)
                    .isTrue();
        }
        lines.add("");
        lines.add("Of " + alone + " broken answers that can be judged alone, " + caught
                + " are found by the check that finds them in a run.");
        var text = String.join("\n", lines) + "\n";
        Files.writeString(Path.of("target/sabotaged-har.txt"), text);

        assertThat(caught).as(text).isEqualTo(alone);
        assertThat(text)
                .as("what target/sabotaged-har.txt has, to be read and copied over")
                .isEqualTo(Files.readString(WRITTEN));
    }

    private Outcome of(Sabotage sabotage) throws IOException {
        var applicability = Applicability.load();
        var broken = new LinkedHashMap<Integer, RawResponse>();
        var blind = new HashSet<Integer>();
        for (var failure : chosen) {
            var recorded = failure.recorded(CONTRACT);
            var context = failure.context(CONTRACT, others);
            if (applicability.against(sabotage, recorded, context).isEmpty() && !broken.containsKey(failure.index())) {
                sabotage.apply(recorded.reply(), context).ifPresent(reply -> {
                    broken.put(failure.index(), reply);
                    if (needsAnExpectation(sabotage, failure, reply)) {
                        blind.add(failure.index());
                    }
                });
            }
        }
        var judged = judged(exchanges, broken);
        var alone = new TreeMap<Integer, Set<String>>();
        var unseen = new TreeMap<Integer, Set<String>>();
        for (int index = 0; index < exchanges.size(); index++) {
            var checks = checks(judged.verdicts().get(index));
            if (broken.containsKey(index)) {
                (blind.contains(index) ? unseen : alone).put(index, checks);
            } else {
                assertThat(checks)
                        .as("%s beside %s", sabotage, exchanges.get(index).url())
                        .isEmpty();
            }
        }
        var caught = alone.values().stream()
                .filter(checks -> checks.contains(sabotage.check()))
                .count();
        var noticed =
                unseen.values().stream().filter(checks -> !checks.isEmpty()).count();
        var beside = all(alone);
        beside.remove(sabotage.check());
        return new Outcome(
                alone.size(),
                (int) (sabotage.weight() == Check.Weight.MUST ? caught : remarked(sabotage, judged, alone)),
                beside,
                unseen.size(),
                (int) noticed,
                all(unseen));
    }

    /** A code that is documented may be the right one; one that is not is never. */
    private static boolean needsAnExpectation(Sabotage sabotage, RecordedFailure failure, RawResponse reply) {
        if (!sabotage.check().equals("body.code")) {
            return NEEDS.containsKey(sabotage.check());
        }
        return failure.element()
                .flatMap(pointer -> reply.answer().element(pointer))
                .or(() -> Optional.of(reply.answer()))
                .flatMap(Answer::code)
                .flatMap(code -> ErrorCode.of(code))
                .isPresent();
    }

    /** What the contract permits is remarked upon, and contradicts nothing. */
    private long remarked(Sabotage sabotage, Judged judged, Map<Integer, Set<String>> alone) {
        assertThat(alone.values()).as("%s is permitted", sabotage).allSatisfy(checks -> assertThat(checks)
                .isEmpty());
        var more = judged.failures().getOrDefault(sabotage.check(), 0L)
                - whole.failures().getOrDefault(sabotage.check(), 0L);
        // An answer with several errors among its results is remarked upon for each of them.
        return Math.min(more, alone.size());
    }

    private static Set<String> all(Map<Integer, Set<String>> checks) {
        return checks.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Sabotage sabotage, Outcome outcome) {
        var line = new StringBuilder(String.format("%-26s %-20s", sabotage.id(), sabotage.check()));
        if (outcome.alone() > 0) {
            line.append(' ').append(outcome.caught()).append(" of ").append(outcome.alone());
            if (!outcome.beside().isEmpty()) {
                line.append(", some also by ").append(String.join(", ", outcome.beside()));
            }
        }
        if (outcome.blind() > 0 || outcome.alone() == 0) {
            line.append(outcome.alone() > 0 ? "; " : " ")
                    .append(outcome.blind())
                    .append(" not: ")
                    .append(NEEDS.get(sabotage.check()));
            if (outcome.noticed() > 0) {
                line.append("; ")
                        .append(outcome.noticed())
                        .append(" noticed all the same, by ")
                        .append(String.join(", ", outcome.by()));
            }
        }
        return line.toString();
    }

    /** Ids of the checks that contradict; what is only implausible does not. */
    private static Set<String> checks(TrafficVerdict verdict) {
        return verdict.findings().stream()
                .map(finding -> finding.replaceFirst(": .*", ""))
                .filter(check -> !check.startsWith("traffic."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Judged judged(List<TrafficExchange> traffic, Map<Integer, RawResponse> broken) throws IOException {
        var judge = new StandardJudge(
                JudgeTerms.of(CONTRACT, List.of(), new ApiScope(CONTRACT.operations(), List.of(), "")),
                false,
                Instant.EPOCH);
        var verdicts = new ArrayList<TrafficVerdict>();
        var file = RawHar.write(directory.resolve("broken.har"), traffic, broken);
        try (var har = TrafficFile.open(file, "broken.har")) {
            for (var piece = har.next(); piece.isPresent(); piece = har.next()) {
                har.parse(piece.get()).exchanges().stream().map(judge::judge).forEach(verdicts::add);
            }
        }
        var failures = judge.summary().pairs().values().stream()
                .flatMap(pair -> pair.witnessed().checks().stream())
                .filter(check -> check.failures() > 0)
                .collect(Collectors.groupingBy(
                        check -> check.first().id(), Collectors.summingLong(check -> check.failures())));
        return new Judged(verdicts, failures);
    }
}
