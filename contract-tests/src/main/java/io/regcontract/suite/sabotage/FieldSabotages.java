package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.STAT;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import java.util.List;
import java.util.Optional;

/** Stat, and the fields beyond the envelope. */
final class FieldSabotages {

    private FieldSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                sabotage("stat-ok", "Stat says ok.").foundBy("body.stat").as(failure -> failure.with(STAT, "ok")),
                sabotage("stat-fail", "Stat says fail, which is no word of the contract.")
                        .foundBy("body.stat")
                        .as(failure -> failure.with(STAT, "fail")),
                sabotage("stat-true", "Stat is true.").foundBy("body.stat").as(failure -> failure.raw(STAT, "true")),
                sabotage("stat-missing", "There is no stat.")
                        .foundBy("body.stat")
                        .as(failure -> failure.without(STAT)),
                sabotage("field-undocumented", "There is a field that the contract does not know.")
                        .foundBy("body.undocumented")
                        .as(failure -> failure.raw("shoe_size", "43")),
                sabotage("fields-lost", "The extra fields of the error are lost.")
                        .foundBy("body.fields")
                        .andBy("body.literal")
                        .perhaps(failure -> Optional.of(failure.extraFields())
                                .filter(fields -> !fields.isEmpty())
                                .map(fields -> failure.changed(members -> members.remove(fields)))),
                sabotage("field-of-another", "The extra fields of the error are about something else.")
                        .foundBy("body.fields")
                        .andBy("body.literal")
                        .perhaps(FieldSabotages::aboutSomethingElse),
                sabotage("field-of-another-type", "An extra field of the error is a list, which is not its type.")
                        .foundBy("body.schema")
                        .andBy("body.fields", "body.literal")
                        .perhaps(failure -> failure.extraFields().stream()
                                .filter(field -> !TYPELESS.contains(field))
                                .findFirst()
                                .map(field -> failure.raw(field, "[7]"))));
    }

    /** They hold whatever the attribute holds, so no type is wrong. */
    static final List<String> TYPELESS = List.of("actual_value", "supplied_value");

    private static Optional<RawResponse> aboutSomethingElse(FailingAnswer failure) {
        var texts = failure.extraFields().stream().filter(failure::hasText).toList();
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(failure.changed(
                        members -> texts.forEach(field -> members.put(field, failure.text(field) + "-of-another"))));
    }
}
