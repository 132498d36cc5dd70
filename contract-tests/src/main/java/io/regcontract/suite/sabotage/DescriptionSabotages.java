package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.Draft.sabotage;
import static io.regcontract.suite.sabotage.Failure.DESCRIPTION;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description is none, does not say what is promised to the letter, or gives a secret away. */
final class DescriptionSabotages {

    private static final String PRESENT = "description.present";
    private static final String LITERAL = "body.literal";
    private static final String SECRET_FREE = "body.secret-free";

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
                        .as(failure -> failure.changed(DescriptionSabotages::reword)),
                gaveAway("secret-in-description", "A secret of the request stands in the description.")
                        .within((failure, scene) -> secret(scene).map(secret -> told(failure, secret))),
                gaveAway("secret-in-base64", "A secret of the request stands in the description, in base64.")
                        .within((failure, scene) -> secret(scene)
                                .map(secret -> told(
                                        failure,
                                        Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))))),
                gaveAway("secret-escaped", "A secret of the request stands in the description, in JSON's escapes.")
                        .within((failure, scene) -> secret(scene)
                                .map(secret -> failure.raw(
                                        DESCRIPTION,
                                        "\"refused: "
                                                + secret.chars()
                                                        .mapToObj(unit -> String.format("\\u%04x", unit))
                                                        .collect(Collectors.joining())
                                                + "\""))),
                gaveAway("secret-in-a-field", "A secret of the request stands in a field of its own.")
                        .within((failure, scene) -> secret(scene).map(secret -> failure.with("debug", secret))));
    }

    private static Draft lost(String id, String words) {
        return sabotage(id, words).foundBy(PRESENT).andBy(LITERAL);
    }

    private static Draft gaveAway(String id, String words) {
        return sabotage(id, words).foundBy(SECRET_FREE).andBy(LITERAL);
    }

    private static Reply told(Failure failure, String secret) {
        return failure.with(DESCRIPTION, "refused: " + secret);
    }

    private static Optional<String> secret(Scene scene) {
        return scene.secrets().stream().sorted().findFirst();
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
