package io.regcontract.traffic.replay;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.answer.WholeAnswer;
import io.regcontract.traffic.request.RequestCredentials;
import io.regcontract.traffic.request.RequestParameters;
import io.regcontract.traffic.scope.Address;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A recorded exchange of the API, taken apart.
 *
 * @param operation path of the operation; one that the contract does not know is as it was called
 * @param answer empty where none was recorded, or not all of it
 */
record RecordedCall(
        TrafficExchange exchange,
        String operation,
        Address address,
        RequestParameters parameters,
        RequestCredentials credentials,
        Optional<Answer> answer) {

    static RecordedCall of(TrafficExchange exchange, String operation, Address address) {
        return new RecordedCall(
                exchange,
                operation,
                address,
                RequestParameters.of(exchange, address),
                RequestCredentials.of(exchange),
                exchange.response().flatMap(WholeAnswer::of));
    }

    String place() {
        return exchange.place();
    }

    /** A parameter that is there with a value. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.values().get(name)).filter(value -> !value.isEmpty());
    }

    boolean succeeded() {
        return answer.filter(Answer::isSuccess).isPresent();
    }

    /** The code of the answer; 0 where it names none. */
    int code() {
        return answer.flatMap(Answer::code).orElse(0);
    }

    /** What the answer was, for a table: its code, {@code ok}, or {@code none}. */
    String outcome() {
        return succeeded() ? "ok" : code() == 0 ? "none" : String.valueOf(code());
    }

    Optional<JsonNode> json() {
        return answer.flatMap(RecordedCall::json);
    }

    static Optional<JsonNode> json(Answer answer) {
        return answer.json() instanceof Body.Json json ? Optional.of(json.root()) : Optional.empty();
    }
}
