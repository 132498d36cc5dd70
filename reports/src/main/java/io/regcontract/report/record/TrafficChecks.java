package io.regcontract.report.record;

import io.regcontract.contract.Contract;
import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.contract.TrafficCatalogue.Pair;
import io.regcontract.contract.loading.Lazy;
import io.regcontract.report.traffic.Traffic;
import io.regcontract.report.traffic.TrafficAnswers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a record of kind traffic has to be, and what no other may be: one whose answers somebody else called for is never
 * taken for one of a run, nor the other way round.
 */
final class TrafficChecks {

    private static final String CASE = "traffic";
    private static final String PLAUSIBLE = "traffic.plausible";

    /** Of some thousand pairs, which a record of a run has no need of. */
    private final Lazy<TrafficCatalogue> catalogue;

    private final Map<String, Long> answersByOperation = new HashMap<>();
    private Optional<Traffic> traffic = Optional.empty();

    TrafficChecks(Contract contract) {
        catalogue = new Lazy<>(() -> TrafficCatalogue.of(contract));
    }

    Optional<Traffic> traffic() {
        return traffic;
    }

    /** What a header of kind traffic may not say. */
    List<String> ofTheHeader(RecordHeader header) {
        var wrong = new ArrayList<String>();
        if (header.shards() != 1) {
            wrong.add("a record of traffic is one file, and this says it is shard " + header.shard() + " of "
                    + header.shards() + ".");
        }
        var here = header.environment();
        if (!here.expectedNotDrivable().isEmpty() || !here.expectedLacking().isEmpty()) {
            wrong.add("a record of traffic drove nothing, so there is nothing that could be excused in it.");
        }
        return wrong;
    }

    /** In what a catalogue is not that of traffic; empty when it is. */
    Optional<String> catalogueProblem(SortedSet<String> recorded) {
        var ids = catalogue.get().ids();
        return recorded.equals(ids)
                ? Optional.empty()
                : Optional.of("its catalogue of " + recorded.size() + " is not that of recorded traffic, which has "
                        + ids.size() + ", one for each code at each operation that can give it"
                        + CatalogueComparison.difference(recorded, ids)
                        + ". Judge the traffic again by this version.");
    }

    /** Whether something may be observed that the catalogue does not have: what an operation is not known to give. */
    boolean goesBeyond(Observation observation) {
        return catalogue.get().find(observation.requirement().id()).isPresent()
                && observation.checks().stream()
                        .anyMatch(check -> check.id().equals(PLAUSIBLE) && check.result() == Check.Result.FAILS);
    }

    /** Takes note of the line that says which traffic it was; what is wrong with it. */
    Optional<String> take(Traffic found, Optional<RecordHeader> header, RecordCriteria demands) {
        if (header.isEmpty()) {
            return Optional.of("a line of traffic stands here before the header.");
        }
        if (!header.get().environment().traffic()) {
            return Optional.of("this line is of recorded traffic, and the record says that it is of a run in a "
                    + header.get().environment().kind() + ". Nothing of it counts as driven.");
        }
        if (traffic.isPresent()) {
            return Optional.of("it says a second time which traffic was judged.");
        }
        traffic = Optional.of(found);
        var known =
                found.operations().stream().map(Traffic.Called::path).distinct().count();
        if (known != found.operations().size()) {
            return Optional.of("an operation stands there twice.");
        }
        if (found.operations().stream().anyMatch(one -> one.successes() + one.failures() > one.calls())) {
            return Optional.of("an operation has more successes and failures than calls.");
        }
        if (found.judged() + found.foreign() > found.exchanges()) {
            return Optional.of("more exchanges were judged or foreign than there were.");
        }
        return backwards(found.from(), found.to(), demands);
    }

    /** What is wrong with an observation of a record of kind traffic, or with one that claims to be of traffic elsewhere. */
    Optional<String> ofAnObservation(Observation found, RecordHeader header, RecordCriteria demands) {
        var requirement = found.requirement();
        if (!header.environment().traffic()) {
            return found.answers().isEmpty()
                    ? Optional.empty()
                    : Optional.of(requirement.id() + " stands for answers of recorded traffic, and the record is of a"
                            + " run in a " + header.environment().kind() + ".");
        }
        if (found.answers().isEmpty() || found.outcome() != Observation.Outcome.OBSERVED) {
            return Optional.of(requirement.id() + " does not say for how many answers of the traffic it stands.");
        }
        if (!catalogue
                .get()
                .find(requirement.id())
                .map(Pair::operation)
                .filter(requirement.operation()::equals)
                .isPresent()) {
            return Optional.of(requirement.id() + " is not about " + requirement.operation() + ".");
        }
        if (!requirement.alsoHolding().isEmpty() || found.earlierAttempts() > 0) {
            return Optional.of(requirement.id() + " tells of something that was driven, and traffic is not.");
        }
        var answers = found.answers().get();
        if (!TrafficCatalogue.hasErrorsAmongResults(requirement.operation())) {
            answersByOperation.merge(requirement.operation(), answers.judged(), Long::sum);
        }
        return counts(found, answers).or(() -> backwards(answers.first(), answers.last(), demands));
    }

    private static Optional<String> counts(Observation found, TrafficAnswers answers) {
        var fails = found.checks().stream().anyMatch(check -> check.must() && check.failsOutright());
        if (answers.contradicted() > answers.judged() || fails != (answers.contradicted() > 0)) {
            return Optional.of(found.requirement().id() + " says that " + answers.contradicted() + " of "
                    + answers.judged() + " answers contradict the contract, and "
                    + (fails ? "a check that must hold fails." : "no check that must hold fails."));
        }
        return Optional.empty();
    }

    private static Optional<String> backwards(Optional<Instant> first, Optional<Instant> last, RecordCriteria demands) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            return Optional.of("the last answer came at " + last.get() + ", before the first at " + first.get() + ".");
        }
        return last.filter(demands::lieAhead)
                .map(ahead -> "an answer came at " + ahead + ", which is still to come: it is " + demands.now() + ".");
    }

    /** What is missing or does not add up at the end of a file. */
    List<String> ofTheEnd(Optional<RecordHeader> header) {
        if (header.filter(begun -> begun.environment().traffic()).isEmpty()) {
            return List.of();
        }
        if (traffic.isEmpty()) {
            return List.of("it is of kind " + CASE + ", and does not say which traffic was judged, so nothing shows"
                    + " that any was. Judge the traffic again.");
        }
        var failures = new HashMap<String, Long>();
        traffic.get().operations().forEach(one -> failures.put(one.path(), one.failures()));
        return answersByOperation.entrySet().stream()
                .filter(seen -> seen.getValue() > failures.getOrDefault(seen.getKey(), 0L))
                .map(seen -> "it tells of " + seen.getValue() + " failing answers of " + seen.getKey() + ", and counts "
                        + failures.getOrDefault(seen.getKey(), 0L) + ".")
                .sorted()
                .toList();
    }
}
