package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.suite.state.Application;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the list of the application's clients tells of the two that a profile names. Sends nothing. */
final class ClientRows {

    private final Application application;
    private final Optional<Answer> listed;
    private final AnswerText text;

    /** @param listed the answer to a call that lists the clients; empty if none came */
    ClientRows(Application application, Optional<Answer> listed, AnswerText text) {
        this.application = application;
        this.listed = listed;
        this.text = text;
    }

    /** Whether the owner client may list the clients and has the owner feature. */
    PreflightRow owner() {
        if (listed.isEmpty()) {
            return PreflightRow.fails("owner", "no answer to /clients/list", "Look whether the service is well.");
        }
        if (clients().isEmpty()) {
            return PreflightRow.fails(
                    "owner",
                    "the owner client may not list the clients: " + text.of(listed.get()),
                    "See the id and the secret under credentials.owner; the client needs the owner feature, and an allow"
                            + " list that holds this machine's address.");
        }
        return client(application.ownerClientId())
                .map(client -> feature("owner", "owner", client))
                .orElseGet(() -> PreflightRow.fails(
                        "owner",
                        "is not among the application's clients",
                        "See application and credentials.owner: they belong to different applications."));
    }

    /** Whether the login client exists and has the login_client feature. */
    PreflightRow login() {
        if (clients().isEmpty()) {
            return PreflightRow.skipped("login", "the clients could not be listed");
        }
        return client(application.loginClientId())
                .map(client -> feature("login", "login_client", client))
                .orElseGet(() -> PreflightRow.fails(
                        "login",
                        "the service has no client of this id",
                        "See the id under credentials.login; it has to be of the same application as the owner."));
    }

    private static PreflightRow feature(String row, String feature, JsonNode client) {
        var features = client.path("features")
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
        return features.contains(feature)
                ? PreflightRow.holds(row, "is known and has the " + feature + " feature")
                : PreflightRow.fails(
                        row,
                        "lacks the " + feature + " feature (has " + String.join(", ", features) + ")",
                        "Give it the feature, or name another client under credentials." + row + ".");
    }

    private List<JsonNode> clients() {
        return listed.filter(Answer::isSuccess)
                .filter(answer -> answer.json() instanceof Body.Json)
                .map(answer -> ((Body.Json) answer.json())
                        .root()
                        .path("results")
                        .valueStream()
                        .toList())
                .orElse(List.of());
    }

    private Optional<JsonNode> client(String id) {
        return clients().stream()
                .filter(client -> id.equals(client.path("client_id").asString("")))
                .findFirst();
    }
}
