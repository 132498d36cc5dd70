package io.regcontract.suite.sabotage;

import io.regcontract.check.Expectation;
import io.regcontract.contract.model.ResolvedCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where sabotages do not apply, and why: one entry of the table.
 *
 * @param sabotages ids of the sabotages
 * @param codes the answered codes it concerns; empty where a rule says it
 * @param rule what must be true of what was recorded; empty where codes say it
 * @param onlyOnTheWire whether it concerns real sockets alone
 * @param because the reason, as a sentence
 */
public record Exclusion(
        List<String> sabotages, Set<Integer> codes, Optional<Rule> rule, boolean onlyOnTheWire, String because) {

    /** What can be true of a recorded answer, so that there is nothing to break. */
    public enum Rule {
        /** The request carries no secret. */
        NO_SECRET {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return context.secrets().isEmpty();
            }
        },
        /** The error stands among the results of a success. */
        ERROR_IN_A_SUCCESS {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return context.element().isPresent();
            }
        },
        /** The error is the answer. */
        ERROR_IS_THE_ANSWER {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return context.element().isEmpty();
            }
        },
        /** The only right code is a catch-all, so an undocumented code below it is more precise and not wrong. */
        CATCH_ALL_EXPECTED {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                var code = recorded.requirement().code();
                return context.right().isEmpty()
                        && context.contract().resolve(NeighbouringErrors.undocumented(code.code(), context.contract()))
                                instanceof ResolvedCode.CatchAll finer
                        && finer.parent().code() == code;
            }
        },
        /** The catch-all above the answered code is right too. */
        CATCH_ALL_RIGHT {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return Exclusion.failure(recorded, context)
                        .flatMap(failure ->
                                context.contract().catchAllOf(failure.error().code()))
                        .filter(parent -> context.right().contains(parent.code()))
                        .isPresent();
            }
        },
        /** The condition is not known to carry extra fields. */
        NO_FIELD_EXPECTED {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return expected(recorded, context).isEmpty();
            }
        },
        /** No extra field is known to have a certain text. */
        NO_FIELD_WITH_A_VALUE {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return expected(recorded, context).values().stream().allMatch(Expectation.ANY::equals);
            }
        },
        /** The answer has no extra field whose type the contract knows. */
        NO_FIELD_OF_A_KNOWN_TYPE {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return Exclusion.failure(recorded, context)
                        .map(FailingAnswer::extraFields)
                        .filter(fields -> !FieldSabotages.TYPELESS.containsAll(fields))
                        .isEmpty();
            }
        },
        /** The request carries no secret of which a token could be a piece. */
        NO_SECRET_LONGER_THAN_A_TOKEN {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return SecretSabotages.piece(context).isEmpty();
            }
        },
        /** No text is promised to the letter. */
        NO_TEXT_PROMISED {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return recorded.expectation().literal().isEmpty();
            }
        },
        /** The operation answered nothing before. */
        NOTHING_EARLIER {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return context.earlier().stream()
                        .noneMatch(given -> given.operation().equals(context.operation()));
            }
        },
        /** No other caller got this error from another operation. */
        NOTHING_ELSEWHERE {
            @Override
            boolean holds(RecordedAnswer recorded, SabotageContext context) {
                return context.elsewhere().isEmpty();
            }
        };

        abstract boolean holds(RecordedAnswer recorded, SabotageContext context);

        /** The expected fields; they are known for the first condition only. */
        private static Map<String, String> expected(RecordedAnswer recorded, SabotageContext context) {
            return Exclusion.failure(recorded, context)
                            .filter(failure -> failure.error().code()
                                    == recorded.requirement().code())
                            .isPresent()
                    ? recorded.expectation().fields()
                    : Map.of();
        }

        /** Its name in the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Rule of(String word) {
            return Arrays.stream(values())
                    .filter(rule -> rule.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no rule '" + word + "'. Known: "
                            + String.join(
                                    ", ",
                                    Arrays.stream(values()).map(Rule::word).toList())));
        }
    }

    public Exclusion {
        sabotages = List.copyOf(sabotages);
        codes = Set.copyOf(codes);
    }

    boolean concerns(Sabotage sabotage, RecordedAnswer recorded, SabotageContext context) {
        return sabotages.contains(sabotage.id())
                && (failure(recorded, context)
                                .filter(failure -> codes.contains(failure.code()))
                                .isPresent()
                        || rule.filter(one -> one.holds(recorded, context)).isPresent());
    }

    private static Optional<FailingAnswer> failure(RecordedAnswer recorded, SabotageContext context) {
        return FailingAnswer.in(
                recorded.reply(), context.contract(), context.element().orElse(""));
    }
}
