package io.regcontract.assertion;

import io.regcontract.check.Check;
import io.regcontract.check.CheckContext;
import io.regcontract.check.CheckResult;
import io.regcontract.check.Examination;
import io.regcontract.check.Expectation;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.ErratumEffect;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an answer is held against: who answered, and what is accepted of it beyond the letter of the documentation.
 *
 * @param accepted ids of errata and readings
 * @param operation path of the operation that answered; empty where it was not said
 * @param element where in a success the error stands, as a JSON pointer; empty when it is the answer
 */
record AssertionContext(Set<String> accepted, String operation, Optional<String> element) {

    static final AssertionContext LETTER = new AssertionContext(Set.of(), "", Optional.empty());

    private static final Contract CONTRACT = Contract.load();

    /** Operations of which an erratum or a reading says something of its own. */
    private static final List<String> PARTICULAR = Stream.concat(
                    CONTRACT.errata().stream()
                            .flatMap(erratum -> erratum.effects().stream())
                            .map(ErratumEffect::operations),
                    CONTRACT.readings().stream()
                            .flatMap(reading -> reading.alternatives().stream())
                            .map(Reading.Alternative::operations))
            .flatMap(List::stream)
            .distinct()
            .toList();

    AssertionContext {
        accepted = Set.copyOf(accepted);
    }

    AssertionContext accepting(Collection<String> ids) {
        for (var id : ids) {
            if (CONTRACT.erratum(id).isEmpty() && CONTRACT.reading(id).isEmpty()) {
                throw new IllegalArgumentException("the contract has no erratum and no reading \"" + id + "\"; it has "
                        + Stream.concat(
                                        CONTRACT.errata().stream().map(Erratum::id),
                                        CONTRACT.readings().stream().map(Reading::id))
                                .collect(Collectors.joining(", ")));
            }
        }
        var all = new TreeSet<>(accepted);
        all.addAll(ids);
        return new AssertionContext(all, operation, element);
    }

    AssertionContext answeredBy(String path) {
        if (CONTRACT.operations().find(path).isEmpty()) {
            throw new IllegalArgumentException("the contract has no operation \"" + path
                    + "\": give its path with the leading slash, such as /oauth/token");
        }
        return new AssertionContext(accepted, path, element);
    }

    AssertionContext at(String pointer) {
        return new AssertionContext(accepted, operation, Optional.of(pointer));
    }

    /** The must-checks that an answer fails, and that nothing accepted relaxes. */
    List<CheckResult> broken(Answer answer, ErrorCode code, Map<String, String> fields) {
        var expectation = new Expectation(CONTRACT, CONTRACT.error(code), operation, 200, fields, Optional.empty())
                .within(element);
        return new Examination(
                        CONTRACT.errata().stream()
                                .filter(erratum -> accepted.contains(erratum.id()))
                                .toList(),
                        CONTRACT.readings().stream()
                                .filter(reading -> accepted.contains(reading.id()))
                                .toList())
                .examine(answer, expectation, token -> CheckContext.NONE).stream()
                        .filter(examined -> examined.check().weight() == Check.Weight.MUST)
                        .filter(examined -> examined.relaxedBy().isEmpty())
                        .map(examined -> new CheckResult(examined.check(), examined.finding()))
                        .filter(CheckResult::failed)
                        .toList();
    }

    /** What to say as well for the answer to be the documented error; empty where nothing makes it one. */
    Optional<String> missing(Answer answer, ErrorCode code, Map<String, String> fields) {
        var observed = accepting(Dialect.OBSERVED.accepted());
        if (!observed.equals(this) && observed.broken(answer, code, fields).isEmpty()) {
            return Optional.of("it is one as the real service was recorded: say inDialect(Dialect.OBSERVED) first");
        }
        return Stream.of(this, observed)
                .filter(terms -> operation.isEmpty())
                .flatMap(terms -> PARTICULAR.stream().map(terms::answeredBy))
                .filter(terms -> terms.broken(answer, code, fields).isEmpty())
                .findFirst()
                .map(terms -> "it is one as " + terms.operation() + " answers: say answeredBy(\"" + terms.operation()
                        + "\")" + (terms.accepted().equals(accepted) ? "" : " and inDialect(Dialect.OBSERVED)")
                        + " first");
    }
}
