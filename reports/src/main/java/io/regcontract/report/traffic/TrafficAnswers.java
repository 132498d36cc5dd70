package io.regcontract.report.traffic;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How many answers an observation stands for.
 *
 * @param judged answers of one code from one operation
 * @param contradicted how many of them fail a check that must hold
 * @param first when the first came, where that is known, UTC
 * @param last when the last came, where that is known, UTC
 */
public record TrafficAnswers(long judged, long contradicted, Optional<Instant> first, Optional<Instant> last) {

    /** Reads what keeps the format of the record; nothing where nothing is said. */
    public static Optional<TrafficAnswers> of(JsonNode json) {
        return json.isObject()
                ? Optional.of(new TrafficAnswers(
                        json.required("judged").longValue(),
                        json.required("contradicted").longValue(),
                        Traffic.instant(json, "first"),
                        Traffic.instant(json, "last")))
                : Optional.empty();
    }
}
