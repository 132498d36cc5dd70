package io.regcontract.traffic.read;

import io.regcontract.traffic.TrafficExchange;
import java.util.ArrayList;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes exchanges of a line of a run record: all but those with the control plane, which is no part of the service. */
final class RecordLineParser extends PieceParser {

    private static final Set<String> WITH_THE_SERVICE = Set.of("set-up", "drive", "twin", "undo");

    @Override
    ParsedPiece parse(JsonNode line, String place) {
        var exchanges = new ArrayList<TrafficExchange>();
        for (var exchange : line.path("exchanges")) {
            if (WITH_THE_SERVICE.contains(RecordedJson.text(exchange.path("role")))
                    && exchange.path("request").path("url").isString()) {
                exchanges.add(ExchangeLineParser.exchange(exchange, place + ", exchange " + (exchanges.size() + 1)));
            }
        }
        return new ParsedPiece(exchanges, "");
    }
}
