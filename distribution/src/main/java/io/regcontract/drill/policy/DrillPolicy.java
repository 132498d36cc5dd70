package io.regcontract.drill.policy;

import io.regcontract.report.policy.Glob;
import java.util.List;
import java.util.Optional;

/**
 * What is demanded of an application.
 *
 * @param codes that must have been met
 * @param reactions the first rule that matches counts
 */
public record DrillPolicy(
        List<RequiredCode> codes, List<ReactionRule> reactions, StatusRule status, List<Exempt> exceptions) {

    /** No code is required; reactions have the verdict that they come with, and a run without drills must succeed. */
    public static final DrillPolicy DEFAULT =
            new DrillPolicy(List.of(), List.of(), new StatusRule(DrilledStatus.ANY, true), List.of());

    public DrillPolicy {
        codes = List.copyOf(codes);
        reactions = List.copyOf(reactions);
        exceptions = List.copyOf(exceptions);
    }

    /** What a reaction does, where a rule says it. */
    public Optional<Consequence> consequence(Subject reaction) {
        return reactions.stream()
                .filter(rule -> rule.scope().covers(reaction))
                .map(ReactionRule::then)
                .findFirst();
    }

    /**
     * What something found is about.
     *
     * @param name of the finding or reaction
     * @param code three digits, or nothing
     * @param operations at which it was; empty when it is about none
     */
    public record Subject(String name, String code, List<String> operations) {}

    /** Names, codes and operations that are meant; what is left out may be anything, and nothing. */
    public record Scope(Glob name, Optional<Glob> code, Optional<Glob> at) {

        /** Whether something is meant. */
        public boolean covers(Subject subject) {
            return name.matches(subject.name())
                    && code.map(glob -> glob.matches(subject.code())).orElse(true)
                    && at.map(glob -> subject.operations().stream().anyMatch(glob::matches))
                            .orElse(true);
        }
    }

    /**
     * An error that must have been met.
     *
     * @param code a code, or a pattern of codes
     * @param succeedsLater whether a later call of the operation must have succeeded
     * @param place file and line
     */
    public record RequiredCode(Glob code, Optional<Glob> at, boolean succeedsLater, String place) {

        /** Whether more than one code may be meant. */
        public boolean isPattern() {
            return !code.toString().chars().allMatch(Character::isDigit);
        }

        /** The demand in words. */
        public String shown() {
            return "code " + code + at.map(glob -> " at " + glob).orElse("");
        }
    }

    /** What a reaction does to the result. */
    public record ReactionRule(Scope scope, Consequence then) {}

    /** How the command must end while drills are armed. */
    public enum DrilledStatus {
        ANY,
        SUCCESS,
        FAILURE
    }

    /** How the command must end. */
    public record StatusRule(DrilledStatus drilled, boolean undisturbedSucceeds) {}

    /**
     * What is known, and fails nothing.
     *
     * @param place file and line
     */
    public record Exempt(Scope scope, String reason, String place) {}
}
