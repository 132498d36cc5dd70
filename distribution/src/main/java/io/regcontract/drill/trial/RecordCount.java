package io.regcontract.drill.trial;

import java.util.OptionalLong;

/**
 * How many records there were.
 *
 * @param before all that is told of; empty where they could not be counted
 * @param after the same
 */
public record RecordCount(String type, OptionalLong before, OptionalLong after) {}
