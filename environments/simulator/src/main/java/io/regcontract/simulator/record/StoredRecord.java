package io.regcontract.simulator.record;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as it is kept. The values hold only what was written; they are never changed in place.
 *
 * @param formerPasswords earlier values of the attribute {@code password}, the youngest first
 */
public record StoredRecord(
        long id,
        String uuid,
        Instant created,
        Instant lastUpdated,
        ObjectNode values,
        List<JsonNode> formerPasswords) {}
