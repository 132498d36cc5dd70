package io.regcontract.check;

import io.regcontract.contract.Erratum;
import io.regcontract.contract.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applies every check to an answer, and says of each failure whether an erratum or a reading that the profile accepts
 * lets it count as holding. A failure stays a failure in the record: what was relaxed, and by what, is for all to see.
 */
public final class Examination {

    /** Checks that change their mind when another code than the expected one is accepted. */
    private static final Set<String> OF_THE_CODE =
            Set.of(BodyCode.ID, BodyError.ID, BodySchema.ID, BodyFields.ID, TokenLogged.ID);

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
            Answer answer, Expectation expectation, Function<Optional<String>, Circumstances> circumstances) {
        var translation = Translation.of(answer, expectation, errata);
        var around = circumstances.apply(translation.answer().text("request_token"));
        var asItIs = new Subject(answer, expectation, around);
        var translated = new Subject(translation.answer(), expectation, around);
        var alternative = alternative(translation.answer(), expectation);
        var examined = new ArrayList<Examined>();
        for (var check : Checks.ofAnError()) {
            examined.add(examine(check, asItIs, translated, translation.applied(), alternative));
        }
        return List.copyOf(examined);
    }

    private static Examined examine(
            Check check,
            Subject asItIs,
            Subject translated,
            Map<String, Set<String>> applied,
            Optional<Alternative> alternative) {
        var finding = check.examine(asItIs);
        if (finding instanceof Finding.Holds) {
            return new Examined(check, finding, List.of());
        }
        var relaxedBy = new ArrayList<>(applied.getOrDefault(check.id(), Set.of()));
        var inOtherWords = check.examine(translated);
        if (finding instanceof Finding.NotApplicable && !relaxedBy.isEmpty()) {
            return new Examined(check, inOtherWords, List.of());
        }
        if (finding instanceof Finding.Fails && alternative.isPresent() && OF_THE_CODE.contains(check.id())) {
            var other = alternative.get();
            if (other.tolerates(check, translated)) {
                relaxedBy.add(other.reading());
                return new Examined(check, finding, relaxedBy);
            }
        }
        return new Examined(
                check,
                finding,
                finding instanceof Finding.Fails && inOtherWords instanceof Finding.Holds ? relaxedBy : List.of());
    }

    private Optional<Alternative> alternative(Answer answer, Expectation expectation) {
        if (!(answer.json() instanceof Body.Json json
                && json.root().path("code").isInt())) {
            return Optional.empty();
        }
        var code = json.root().path("code").intValue();
        return readings.stream()
                .filter(reading -> reading.alternativesTo(
                                expectation.error().code().code(), expectation.operation())
                        .contains(code))
                .findFirst()
                .map(reading -> new Alternative(
                        reading.id(),
                        expectation
                                .contract()
                                .find(code)
                                .map(error -> new Expectation(
                                        expectation.contract(),
                                        error,
                                        expectation.operation(),
                                        expectation.status(),
                                        Map.of(),
                                        expectation.literal()))));
    }

    /** Another code than the expected one, which a reading allows; documented codes come with their own promises. */
    private record Alternative(String reading, Optional<Expectation> expectation) {

        boolean tolerates(Check check, Subject subject) {
            return expectation
                    .map(other -> !(check.examine(new Subject(subject.answer(), other, subject.circumstances()))
                            instanceof Finding.Fails))
                    .orElse(true);
        }
    }
}
