package io.regcontract.cli.language;

import io.regcontract.check.CheckContext;
import io.regcontract.check.Expectation;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.sabotage.Applicability;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.SabotageContext;
import io.regcontract.suite.sabotage.Sabotages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every answer of a run damaged in every way that applies to it, each as an exchange of its own. */
final class DamagedTraffic {

    private static final Contract CONTRACT = Contract.load();

    /** As if every request had carried it; the real ones are redacted by now. */
    private static final String SECRET = "Sesame-of-the-client-0123456789";

    private final List<Driven> driven;
    private final Applicability applicability = Applicability.load();

    private record Driven(RecordedAnswer answer, Exchange exchange) {}

    /** A damaged answer. */
    record Damaged(Sabotage sabotage, HarFile.Entry entry) {}

    DamagedTraffic(SuiteTraffic traffic) {
        this.driven = traffic.observations().stream()
                .flatMap(observation -> driven(observation).stream())
                .toList();
    }

    private static Optional<Driven> driven(Observation observation) {
        var exchange = observation.exchanges().stream()
                .filter(each -> each.role() == Exchange.Role.DRIVE)
                .reduce((earlier, last) -> last)
                .orElseThrow();
        var response = exchange.response().orElseThrow();
        var answer =
                Answer.of(response.status(), response.headers(), response.body().getBytes(StandardCharsets.UTF_8));
        // An error among the results of a success is no answer.
        return answer.code().flatMap(CONTRACT::find).map(error -> {
            var fields = new TreeMap<String, String>();
            error.extraFields().keySet().forEach(field -> answer.text("/" + field)
                    .ifPresent(value -> fields.put(field, value)));
            var expected = new Expectation(
                    CONTRACT,
                    error,
                    observation.requirement().operation(),
                    response.status(),
                    fields,
                    Optional.empty());
            return new Driven(
                    new RecordedAnswer(observation.requirement(), answer, expected, CheckContext.NONE), exchange);
        });
    }

    /** All of them, by damage. */
    List<Damaged> all() {
        var all = new ArrayList<Damaged>();
        for (var sabotage : Sabotages.all()) {
            for (var one : driven) {
                var context = context(one.answer());
                if (applicability.against(sabotage, one.answer(), context).isEmpty()) {
                    sabotage.apply(one.answer().reply(), context)
                            .map(broken -> new HarFile.Entry(
                                    one.exchange(),
                                    broken.status(),
                                    broken.headers(),
                                    new String(broken.body(), StandardCharsets.UTF_8)))
                            .ifPresent(entry -> all.add(new Damaged(sabotage, entry)));
                }
            }
        }
        return all;
    }

    private SabotageContext context(RecordedAnswer one) {
        var operation = one.requirement().operation();
        var code = one.requirement().code();
        var earlier = Stream.concat(
                first(other -> other.requirement().code() != code),
                first(other ->
                        !other.equals(one) && other.requirement().operation().equals(operation)));
        var elsewhere = first(other -> other.requirement().code() == code
                && !other.requirement().operation().equals(operation));
        return new SabotageContext(CONTRACT, operation, Set.of(SECRET), earlier.toList(), elsewhere.toList());
    }

    private Stream<SabotageContext.Given> first(Predicate<RecordedAnswer> condition) {
        return driven.stream().map(Driven::answer).filter(condition).limit(1).map(RecordedAnswer::given);
    }
}
