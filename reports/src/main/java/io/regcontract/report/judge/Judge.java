package io.regcontract.report.judge;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.Promise;
import io.regcontract.contract.model.ResolvedCode;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Check.Result;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives one observation its verdict. */
final class Judge {

    /** What must fail when another code of the family comes back, and says nothing more than that. */
    private static final Set<String> SAY_WHICH_CODE = Set.of("body.code", "body.error");

    private static final String SCHEMA_OF_THE_CODE = "body.schema";

    private final Contract contract;
    private final RecordHeader.Environment environment;
    private final List<Promise> promises;

    Judge(Contract contract, RecordHeader.Environment environment) {
        this.contract = contract;
        this.environment = environment;
        this.promises = environment.traffic() ? contract.trafficPromises() : contract.promises();
    }

    Judgement judge(Observation observation) {
        return switch (observation.outcome()) {
            case OBSERVED -> observed(observation);
            case BROKEN -> Judgement.of(observation, Verdict.BROKEN, observation.reason(), List.of());
            case NOT_DRIVABLE -> notDrivable(observation);
            case OUT_OF_SCOPE -> Judgement.of(observation, Verdict.OUT_OF_SCOPE, observation.reason(), List.of());
        };
    }

    private Judgement observed(Observation observation) {
        // The set is the contract's: what a record leaves out was not proven, however well the rest may look.
        var missing = promises.stream()
                .filter(Promise::must)
                .map(Promise::id)
                .filter(id -> observation.checks().stream()
                        .noneMatch(check -> check.must() && check.id().equals(id)))
                .toList();
        if (!missing.isEmpty()) {
            return Judgement.of(
                    observation,
                    Verdict.BROKEN,
                    maker() + " made no must-check " + String.join(", ", missing),
                    List.of());
        }
        var failing = mustChecks(observation, Check::failsOutright);
        if (!failing.isEmpty()) {
            return failed(observation, failing);
        }
        var applying = applying(observation);
        var unjudged = mustChecks(
                observation, check -> check.result() == Result.NOT_APPLICABLE && applying.contains(check.id()));
        if (!unjudged.isEmpty()) {
            return Judgement.of(
                    observation,
                    Verdict.BROKEN,
                    maker() + " made no use of must-check " + unjudged.get(0).id(),
                    unjudged);
        }
        var byErratum = mustChecks(observation, Check::holdsByErratum);
        return byErratum.isEmpty()
                ? Judgement.of(observation, environment.traffic() ? Verdict.WITNESSED : Verdict.PROVEN, "", List.of())
                : Judgement.of(
                        observation,
                        environment.traffic() ? Verdict.WITNESSED_WITH_ERRATUM : Verdict.PROVEN_WITH_ERRATUM,
                        "by " + String.join(", ", ids(byErratum)),
                        byErratum);
    }

    private String maker() {
        return environment.traffic() ? "whoever judged the traffic" : "the suite";
    }

    /** The checks that cannot be told not to apply, once nothing fails. */
    private Set<String> applying(Observation observation) {
        var requirement = observation.requirement();
        return promises.stream()
                .filter(promise -> promise.appliesTo(
                        requirement.element().isPresent(),
                        !requirement.alsoHolding().isEmpty()))
                .map(Promise::id)
                .collect(Collectors.toSet());
    }

    private Judgement failed(Observation observation, List<Check> failing) {
        var onlyAnotherCode = failing.stream()
                .allMatch(check -> SAY_WHICH_CODE.contains(check.id())
                        || check.id().equals(SCHEMA_OF_THE_CODE)
                        || check.id().startsWith(SCHEMA_OF_THE_CODE + "."));
        if (onlyAnotherCode && observation.answeredCode().isPresent()) {
            int answered = observation.answeredCode().getAsInt();
            if (isParent(answered, observation)) {
                return Judgement.of(observation, Verdict.COARSER, "answered its catch-all " + answered, failing);
            }
            if (isUndocumentedChild(answered, observation)) {
                return Judgement.of(observation, Verdict.REFINED, "answered the finer code " + answered, failing);
            }
        }
        return Judgement.of(observation, Verdict.CONTRADICTED, "", failing);
    }

    /** The documented catch-all of the expected code came back, under its own name: 360 where 361 is expected. */
    private boolean isParent(int answered, Observation observation) {
        return expected(observation)
                .flatMap(error -> contract.catchAllOf(error.code()))
                .filter(parent -> parent.code().code() == answered)
                .filter(parent -> observation
                        .answeredError()
                        .filter(parent.name()::equals)
                        .isPresent())
                .isPresent();
    }

    /** The expected code is a catch-all, and the answer is what the page calls a later split of it: 365 for 360. */
    private boolean isUndocumentedChild(int answered, Observation observation) {
        return contract.resolve(answered) instanceof ResolvedCode.CatchAll child
                && child.parent().code().code() == observation.requirement().code();
    }

    private Optional<DocumentedError> expected(Observation observation) {
        return contract.find(observation.requirement().code());
    }

    private Judgement notDrivable(Observation observation) {
        var reason = observation
                .missingCapability()
                .map(capability -> "lacks " + capability + ": " + observation.reason())
                .orElse(observation.reason());
        var judgement = Judgement.of(observation, Verdict.NOT_DRIVABLE, reason, List.of());
        // In a simulator everything can be driven, whatever a record says.
        return environment
                .excuse(observation.requirement().code(), observation.missingCapability())
                .filter(excuse -> !environment.simulator())
                .map(judgement::asExpected)
                .orElse(judgement);
    }

    private static List<Check> mustChecks(Observation observation, Predicate<Check> which) {
        return observation.checks().stream().filter(Check::must).filter(which).toList();
    }

    private static Set<String> ids(List<Check> relaxed) {
        return relaxed.stream()
                .flatMap(check -> check.relaxedBy().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
