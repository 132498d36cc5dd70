package io.regcontract.drill.trial;

import java.util.OptionalLong;

/**
 * How many records there were.
 *
 * @param before all that is told of; empty where they could not be counted
 * @param drilled the same after the command ended, while drills were armed still: what they took away or brought counts
 * @param after the same, after they were undone
 */
public record RecordCount(String type, OptionalLong before, OptionalLong drilled, OptionalLong after) {}
