package io.regcontract.suite.sabotage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every sabotage there is, in the order a person wants to read them. */
public final class Sabotages {

    private static final List<Sabotage> ALL = Stream.of(
                    CodeSabotages.all(),
                    NameSabotages.all(),
                    DescriptionSabotages.all(),
                    SecretSabotages.all(),
                    TokenSabotages.all(),
                    FieldSabotages.all(),
                    BodySabotages.all(),
                    HttpSabotages.all(),
                    AnswerSabotages.all())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableList());

    private Sabotages() {}

    /** All sabotages, by family. */
    public static List<Sabotage> all() {
        return ALL;
    }

    /** The sabotage of this id. */
    public static Optional<Sabotage> named(String id) {
        return ALL.stream().filter(sabotage -> sabotage.id().equals(id)).findFirst();
    }
}
