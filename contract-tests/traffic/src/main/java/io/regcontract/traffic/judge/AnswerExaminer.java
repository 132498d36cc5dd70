package io.regcontract.traffic.judge;

import io.regcontract.check.Check;
import io.regcontract.check.CheckContext;
import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.check.Examination;
import io.regcontract.check.Expectation;
import io.regcontract.check.Finding;
import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.contract.model.Operation;
import io.regcontract.suite.observe.Observation.ExaminedCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds an error against every check, and against the list of the codes that its operation is known to give. */
final class AnswerExaminer {

    static final String PLAUSIBLE = "traffic.plausible";

    private static final int HTTP_OK = 200;

    private final JudgeTerms terms;
    private final Examination examination;
    private final Map<String, Set<Integer>> knownCodes = new ConcurrentHashMap<>();

    AnswerExaminer(JudgeTerms terms) {
        this.terms = terms;
        this.examination = new Examination(terms.errata(), terms.readings());
    }

    List<ExaminedPart> examine(JudgedExchange judged) {
        if (judged.parts.isEmpty()) {
            return List.of();
        }
        var call = judged.call.orElseThrow();
        var circumstances = new CheckContext(
                call.credentials().secrets(call.operation().path(), call.parameters()),
                judged.seenBefore,
                new LogLookup.Unavailable("recorded traffic has no API log to ask"));
        return judged.parts.stream()
                .map(part -> new ExaminedPart(part, examine(judged, call.operation(), part, circumstances)))
                .toList();
    }

    private List<ExaminedCheck> examine(
            JudgedExchange judged, Operation operation, ErrorPart part, CheckContext circumstances) {
        var expectation = new Expectation(
                        terms.contract(), part.named().error(), operation.path(), HTTP_OK, Map.of(), Optional.empty())
                .within(part.pointer());
        var checks = new ArrayList<ExaminedCheck>();
        for (var examined : examination.examine(judged.answer.orElseThrow(), expectation, token -> circumstances)) {
            checks.add(new ExaminedCheck(
                    examined.check().id(), examined.check().weight(), examined.finding(), examined.relaxedBy()));
        }
        checks.add(new ExaminedCheck(PLAUSIBLE, Check.Weight.SHOULD, plausible(operation, part.named()), List.of()));
        return checks;
    }

    private Finding plausible(Operation operation, NamedError named) {
        if (named.code().isEmpty()) {
            return Finding.notApplicable("no code to look up: see body.code.integer");
        }
        int code = named.code().getAsInt();
        var known = knownCodes.computeIfAbsent(operation.path(), path -> known(operation));
        var documented = named.error().code().code();
        var isKnown = known.contains(code)
                || (code != documented
                        && terms.catalogue()
                                .pair(documented, operation.path())
                                .filter(this::isKnown)
                                .isPresent());
        return isKnown
                ? Finding.holds()
                : Finding.fails(
                        "a code that " + operation.path() + " is known to give: "
                                + known.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")),
                        Integer.toString(code));
    }

    private boolean isKnown(TrafficCatalogue.Pair pair) {
        return terms.catalogue().knows(pair);
    }

    private Set<Integer> known(Operation operation) {
        return Stream.concat(
                        terms.contract().operations().errorsOf(operation).stream()
                                .map(Operation.KnownError::code),
                        terms.catalogue().codesOf(operation.path()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
