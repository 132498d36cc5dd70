package io.regcontract.endtoend.traffic;

import io.regcontract.check.CheckContext;
import io.regcontract.check.Expectation;
import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.redaction.CallSecrets;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.SabotageContext;
import io.regcontract.suite.scenario.Requirement;
import io.regcontract.traffic.TrafficExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A documented error in recorded traffic.
 *
 * @param index of the exchange
 * @param operation that was called
 * @param code of the error
 * @param element where in a success it stands; empty when it is the answer
 * @param answer that it came in
 * @param secrets of the request
 */
record RecordedFailure(
        int index, String operation, ErrorCode code, Optional<String> element, Answer answer, Set<String> secrets) {

    private static final String BASIC = "Basic ";

    /** All of them, in their order. */
    static List<RecordedFailure> in(List<TrafficExchange> exchanges, Contract contract) {
        return IntStream.range(0, exchanges.size())
                .boxed()
                .flatMap(index -> in(index, exchanges.get(index), contract).stream())
                .toList();
    }

    private static List<RecordedFailure> in(int index, TrafficExchange exchange, Contract contract) {
        var path = URI.create(exchange.url()).getPath();
        var response = exchange.response().orElseThrow();
        var answer =
                Answer.of(response.status(), response.headers(), response.body().bytes());
        var failures = new ArrayList<RecordedFailure>();
        contract.operations().find(path).map(Operation::path).ifPresent(operation -> {
            add(failures, index, operation, Optional.empty(), answer, exchange);
            if (answer.json() instanceof Body.Json json) {
                for (int result = 0; result < json.root().path("results").size(); result++) {
                    add(failures, index, operation, Optional.of("/results/" + result), answer, exchange);
                }
            }
        });
        return failures;
    }

    private static void add(
            List<RecordedFailure> failures,
            int index,
            String operation,
            Optional<String> element,
            Answer answer,
            TrafficExchange exchange) {
        element.flatMap(answer::element)
                .or(() -> element.isPresent() ? Optional.empty() : Optional.of(answer))
                .filter(Answer::isError)
                .flatMap(Answer::code)
                .flatMap(ErrorCode::of)
                .ifPresent(code -> failures.add(
                        new RecordedFailure(index, operation, code, element, answer, secrets(operation, exchange))));
    }

    private static Set<String> secrets(String operation, TrafficExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        for (var pair : exchange.body().text().split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        var credential = exchange.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Authorization"))
                .map(Answer.Header::value)
                .findFirst()
                .map(RecordedFailure::credential)
                .orElseGet(Credential.None::new);
        return CallSecrets.of(new Call(operation, credential, parameters, Map.of()));
    }

    private static Credential credential(String header) {
        if (header.startsWith(BASIC)) {
            var pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length())), StandardCharsets.UTF_8)
                    .split(":", 2);
            return new Credential.Basic(pair[0], pair[1]);
        }
        return header.startsWith("OAuth ")
                ? new Credential.OAuthHeader(header.substring("OAuth ".length()))
                : new Credential.None();
    }

    /** As the list of sabotages wants to see it. */
    RecordedAnswer recorded(Contract contract) {
        return new RecordedAnswer(
                new Requirement(code, operation, "traffic", "it was recorded", Optional.empty()),
                answer,
                Expectation.of(contract, code, operation).within(element),
                CheckContext.NONE);
    }

    /** @param earlier failures that came before and stay as they are */
    SabotageContext context(Contract contract, List<RecordedFailure> earlier) {
        var given = earlier.stream()
                .filter(other -> other.index < index && other.element.isEmpty())
                .map(other -> other.recorded(contract).given())
                .toList();
        return new SabotageContext(contract, operation, secrets, Set.of(), element, given, given);
    }
}
