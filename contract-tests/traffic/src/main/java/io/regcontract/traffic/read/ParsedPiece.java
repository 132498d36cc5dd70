package io.regcontract.traffic.read;

import io.regcontract.traffic.TrafficExchange;
import java.util.List;

/**
 * What a piece holds.
 *
 * @param exchanges none for a line that holds none, such as the header of a record
 * @param flaw why it could not be read, in a sentence that goes on where its place ends; empty when it could
 */
public record ParsedPiece(List<TrafficExchange> exchanges, String flaw) {

    public ParsedPiece {
        exchanges = List.copyOf(exchanges);
    }

    static ParsedPiece of(TrafficExchange exchange) {
        return new ParsedPiece(List.of(exchange), "");
    }

    static ParsedPiece broken(String flaw) {
        return new ParsedPiece(List.of(), flaw);
    }
}
