package io.regcontract.contract.model;

import java.util.List;

/**
 * A place where the documentation contradicts itself or the recorded service.
 *
 * @param id {@code E-nn}, for life
 * @param title what it is about, in a line
 * @param kind what contradicts what
 * @param codes the codes concerned, documented or not; empty when it concerns all of them or none
 * @param operations the paths of the operations concerned; empty when it is not about an operation
 * @param documented what the documentation says
 * @param observed what contradicts it
 * @param evidence where that was seen: short name of the source, then the place in it
 * @param readings ids of the readings that decide how we deal with it
 * @param effects what a check may relax when a profile accepts this erratum; empty when there is nothing to relax
 */
public record Erratum(
        String id,
        String title,
        Kind kind,
        List<Integer> codes,
        List<String> operations,
        String documented,
        String observed,
        List<String> evidence,
        List<String> readings,
        List<ErratumEffect> effects) {

    public Erratum {
        codes = List.copyOf(codes);
        operations = List.copyOf(operations);
        evidence = List.copyOf(evidence);
        readings = List.copyOf(readings);
        effects = List.copyOf(effects);
    }

    /** For a line of a report. */
    @Override
    public String toString() {
        return id + " " + title;
    }

    /** The effects on one check of one answer. */
    public List<ErratumEffect> effectsOn(String check, int code, String operation) {
        return effects.stream()
                .filter(effect -> effect.concerns(check, code, operation))
                .toList();
    }

    /** What contradicts what. */
    public enum Kind {
        DOCUMENTATION_AGAINST_ITSELF,
        DOCUMENTATION_AGAINST_SERVICE
    }
}
