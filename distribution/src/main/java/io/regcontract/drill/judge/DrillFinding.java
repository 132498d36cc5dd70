package io.regcontract.drill.judge;

import io.regcontract.drill.policy.DrillPolicy.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that was found.
 *
 * @param name of the kind of finding, or of the reaction; for life
 * @param operations at which it was; empty when it is about none
 * @param evidence calls and values, a line each
 * @param excepted the reason of the policy for letting it be
 */
public record DrillFinding(
        String name,
        Level level,
        OptionalInt code,
        List<String> operations,
        String sentence,
        List<String> evidence,
        Optional<String> excepted) {

    /** What it does to the result. */
    public enum Level {
        FAILS,
        WARNS,
        /** The calls say nothing about it, which is no success. */
        NOT_JUDGED,
        EXCEPTED;

        /** As people and files have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public DrillFinding {
        operations = List.copyOf(operations);
        evidence = List.copyOf(evidence);
    }

    static DrillFinding of(String name, Level level, String sentence) {
        return new DrillFinding(name, level, OptionalInt.empty(), List.of(), sentence, List.of(), Optional.empty());
    }

    static DrillFinding of(String name, Level level, int code, List<String> operations, String sentence) {
        return new DrillFinding(name, level, OptionalInt.of(code), operations, sentence, List.of(), Optional.empty());
    }

    DrillFinding excepted(String reason) {
        return new DrillFinding(name, Level.EXCEPTED, code, operations, sentence, evidence, Optional.of(reason));
    }

    DrillFinding at(Level other) {
        return new DrillFinding(name, other, code, operations, sentence, evidence, excepted);
    }

    Subject subject() {
        return new Subject(name, code.isPresent() ? Integer.toString(code.getAsInt()) : "", operations);
    }
}
