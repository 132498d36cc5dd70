package io.regcontract.check;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies every check to an answer, and says of each failure whether an erratum or a reading that the profile accepts
 * lets it count as holding. A failure stays a failure in the record: what was relaxed, and by what, is recorded with it.
 */
public final class Examination {

    /** Checks whose result changes when a reading accepts another code. */
    private static final Set<String> OF_THE_CODE =
            Set.of(BodyCode.ID, BodyError.ID, BodySchema.ID, BodyFields.ID, BodyUndocumented.ID, TokenLogged.ID);

    private final List<Erratum> errata;
    private final List<Reading> readings;

    /**
     * @param errata what the profile accepts
     * @param readings whose alternatives the profile accepts
     */
    public Examination(List<Erratum> errata, List<Reading> readings) {
        this.errata = List.copyOf(errata);
        this.readings = List.copyOf(readings);
    }

    /**
     * One check, what it found, and the ids under which a failure counts as holding.
     */
    public record Examined(Check check, Finding finding, List<String> relaxedBy) {}

    /**
     * Examines an answer.
     *
     * @param circumstances from the request token, which an accepted erratum may have found under another name
     */
    public List<Examined> examine(
            Answer answer, Expectation expectation, Function<Optional<String>, CheckContext> circumstances) {
        var translation = ErratumTranslation.of(answer, expectation, errata);
        var around = circumstances.apply(translation.answer().text("request_token"));
        var asItIs = new CheckInput(answer, expectation, around).forAnsweredCondition();
        var translated = new CheckInput(translation.answer(), asItIs.expectation(), around);
        var alternative = alternative(translated.judged(), asItIs.expectation());
        var examined = new ArrayList<Examined>();
        for (var check : Checks.ofAnError()) {
            examined.add(examine(check, asItIs, translated, translation.applied(), alternative));
        }
        return List.copyOf(examined);
    }

    private static Examined examine(
            Check check,
            CheckInput asItIs,
            CheckInput translated,
            Map<String, Set<String>> applied,
            Optional<Alternative> alternative) {
        var finding = asItIs.examinedBy(check);
        if (finding instanceof Finding.Holds) {
            return new Examined(check, finding, List.of());
        }
        var relaxedBy = new ArrayList<>(applied.getOrDefault(check.id(), Set.of()));
        var inOtherWords = translated.examinedBy(check);
        if (finding instanceof Finding.NotApplicable && !relaxedBy.isEmpty()) {
            return new Examined(check, inOtherWords, List.of());
        }
        if (finding instanceof Finding.Fails && alternative.isPresent() && OF_THE_CODE.contains(check.id())) {
            var other = alternative.get();
            if (other.tolerates(check, translated)) {
                relaxedBy.add(other.reading());
                return new Examined(check, proposing(finding, Finding.holds()), relaxedBy);
            }
        }
        return new Examined(
                check,
                proposing(finding, inOtherWords),
                finding instanceof Finding.Fails && inOtherWords instanceof Finding.Holds ? relaxedBy : List.of());
    }

    /** What an accepted erratum explains is nothing new: only what is unknown in the documentation's own words is proposed. */
    private static Finding proposing(Finding finding, Finding inOtherWords) {
        return finding instanceof Finding.Fails fails
                ? new Finding.Fails(
                        fails.expected(),
                        fails.actual(),
                        inOtherWords instanceof Finding.Fails other ? other.proposal() : Optional.empty())
                : finding;
    }

    private Optional<Alternative> alternative(Answer answer, Expectation expectation) {
        if (answer.code().isEmpty()) {
            return Optional.empty();
        }
        int code = answer.code().get();
        return readings.stream()
                .filter(reading -> reading.alternativesTo(
                                expectation.error().code().code(), expectation.operation())
                        .contains(code))
                .findFirst()
                .map(reading -> new Alternative(
                        reading.id(), expectation.contract().find(code).map(expectation::as)));
    }

    /** Another code than the expected one, which a reading allows; documented codes come with their own promises. */
    private record Alternative(String reading, Optional<Expectation> expectation) {

        boolean tolerates(Check check, CheckInput input) {
            return expectation
                    .map(other -> !(new CheckInput(input.answer(), other, input.circumstances()).examinedBy(check)
                            instanceof Finding.Fails))
                    .orElse(true);
        }
    }
}
