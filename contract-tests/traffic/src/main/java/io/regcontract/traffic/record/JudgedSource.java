package io.regcontract.traffic.record;

import java.time.Instant;
import java.util.Optional;

/**
 * Where judged traffic came from: a file, or what passed by.
 *
 * @param name for people, without its directory
 * @param exchanges that it holds, as far as they could be read
 * @param judged those of them that belong to the API and were judged
 * @param from when the first judged one began, where that is known
 * @param to when the last did
 * @param flaw what is wrong with it, in a sentence; empty when nothing is
 */
public record JudgedSource(
        String name, long exchanges, long judged, Optional<Instant> from, Optional<Instant> to, String flaw) {}
