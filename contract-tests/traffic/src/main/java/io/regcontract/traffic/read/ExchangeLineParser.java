package io.regcontract.traffic.read;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.TrafficExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes an exchange of a line of the format {@code traffic}, and of what a run record calls an exchange. */
final class ExchangeLineParser extends PieceParser {

    static final String FORMAT = "regcontract/traffic/1";

    @Override
    ParsedPiece parse(JsonNode line, String place) {
        var format = line.path("format");
        if (!format.isMissingNode() && !RecordedJson.text(format).equals(FORMAT)) {
            return ParsedPiece.broken("is of another format than " + FORMAT);
        }
        if (line.size() == 1 && !format.isMissingNode()) {
            return new ParsedPiece(List.of(), "");
        }
        var problem = problem(line);
        return problem.isEmpty() ? ParsedPiece.of(exchange(line, place)) : ParsedPiece.broken(problem);
    }

    /** What is not as the format says, in words that go on where the place ends; empty when all is. */
    private static String problem(JsonNode line) {
        var request = line.path("request");
        var response = line.path("response");
        if (!request.path("url").isString() || !request.path("method").isString()) {
            return "has no request with method and url";
        }
        if (!response.isMissingNode() && !response.isNull() && !isStatus(response.path("status"))) {
            return "has a response without a status from 100 to 999";
        }
        return isBody(request) && isBody(response) ? "" : "has a body that is no text";
    }

    private static boolean isStatus(JsonNode status) {
        return status.isInt() && status.intValue() >= 100 && status.intValue() <= 999;
    }

    private static boolean isBody(JsonNode message) {
        return (message.path("body").isMissingNode() || message.path("body").isString())
                && (message.path("bodyBase64").isMissingNode()
                        || message.path("bodyBase64").isString());
    }

    static TrafficExchange exchange(JsonNode line, String place) {
        var request = line.path("request");
        var headers = RecordedJson.headers(request.path("headers"));
        return new TrafficExchange(
                place,
                RecordedJson.time(line.path("at")),
                RecordedJson.millis(line.path("millis")),
                RecordedJson.text(request.path("method")).toUpperCase(Locale.ROOT),
                RecordedJson.text(request.path("url")),
                headers,
                body(request, headers),
                response(line.path("response")));
    }

    private static Optional<TrafficExchange.Response> response(JsonNode response) {
        int status = response.path("status").asInt(0);
        if (status < 100 || status > 999) {
            return Optional.empty();
        }
        var headers = RecordedJson.headers(response.path("headers"));
        return Optional.of(new TrafficExchange.Response(status, headers, body(response, headers)));
    }

    private static TrafficBody body(JsonNode message, List<Answer.Header> headers) {
        var base64 = message.path("bodyBase64");
        var body = base64.isString()
                ? BodyDecoder.ofBase64(base64.stringValue(), headers)
                : BodyDecoder.ofText(RecordedJson.text(message.path("body")));
        return body.isWhole() && message.path("truncated").asBoolean(false)
                ? new TrafficBody(body.bytes(), TrafficBody.Flaw.CUT_OFF)
                : body;
    }
}
