package io.regcontract.pair.judge;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErratumEffect;
import io.regcontract.pair.half.Half;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Check;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The errata and readings that say what OLD does otherwise than documented, and that its profile does not accept: most likely it
 * speaks as the real service was recorded, and its profile was written for one that speaks to the letter.
 */
final class LikelyErrata {

    private LikelyErrata() {}

    /** What to do, in sentences; empty where none says what differs. */
    static Optional<String> cure(Half old) {
        var errata = new TreeSet<String>();
        var readings = new TreeSet<String>();
        for (var judgement : old.judgements().values()) {
            judgement.grounds().stream().filter(Check::failsOutright).forEach(check -> {
                errata(judgement, check, errata);
                readings(judgement, check, readings);
            });
        }
        var keys = new ArrayList<String>();
        if (!errata.isEmpty()) {
            keys.add(String.join(", ", errata) + " under accepted-errata");
        }
        if (!readings.isEmpty()) {
            keys.add(String.join(", ", readings) + " under accepted-readings");
        }
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of("Where OLD differs, known errata say so: list " + String.join(" and ", keys) + " in "
                        + old.profile()
                        + ", each with its reason, if that is how it should speak, and drive it again.");
    }

    private static void errata(Judgement judgement, Check check, Set<String> found) {
        Contract.load().errata().stream()
                .filter(erratum -> erratum.effectsOn(check.id(), judgement.code(), operation(judgement)).stream()
                        .anyMatch(effect -> explains(effect, check)))
                .forEach(erratum -> found.add(erratum.id()));
    }

    private static boolean explains(ErratumEffect effect, Check check) {
        return !(effect instanceof ErratumEffect.OtherValue other)
                || other.values().contains(check.actual())
                || !check.id().matches("body\\.(code|error)|http\\.status");
    }

    private static void readings(Judgement judgement, Check check, Set<String> found) {
        if (check.id().equals("body.code")) {
            Contract.load().readings().stream()
                    .filter(reading -> reading.alternativesTo(judgement.code(), operation(judgement)).stream()
                            .anyMatch(code -> check.actual().equals(String.valueOf(code))))
                    .forEach(reading -> found.add(reading.id()));
        }
    }

    private static String operation(Judgement judgement) {
        return judgement
                .observation()
                .map(observation -> observation.requirement().operation())
                .orElse("");
    }
}
