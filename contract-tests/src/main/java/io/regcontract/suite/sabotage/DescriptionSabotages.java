package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.DESCRIPTION;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description is missing or lacks a text that is promised to the letter. */
final class DescriptionSabotages {

    private static final String PRESENT = "description.present";
    private static final String LITERAL = "body.literal";

    private DescriptionSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                lost("description-missing", "There is no description.").as(failure -> failure.without(DESCRIPTION)),
                lost("description-empty", "The description is empty.").as(failure -> failure.with(DESCRIPTION, "")),
                lost("description-blank", "The description is blanks.")
                        .as(failure -> failure.with(DESCRIPTION, " \u00a0\t")),
                lost("description-number", "The description is a number.").as(failure -> failure.raw(DESCRIPTION, "7")),
                lost("description-null", "The description is null.").as(failure -> failure.raw(DESCRIPTION, "null")),
                sabotage("text-reworded", "Every text for people is reworded.")
                        .foundBy(LITERAL)
                        .as(failure -> failure.changed(DescriptionSabotages::reword)));
    }

    private static SabotageBuilder lost(String id, String words) {
        return sabotage(id, words).foundBy(PRESENT).andBy(LITERAL);
    }

    private static void reword(ObjectNode members) {
        for (var member : List.of(DESCRIPTION, "message")) {
            if (members.path(member).isString()) {
                members.put(member, "Something went wrong.");
            }
        }
        for (JsonNode messages : members.path("invalid_fields")) {
            if (messages instanceof ArrayNode array && !array.isEmpty()) {
                array.removeAll().add("Something went wrong.");
            }
        }
    }
}
