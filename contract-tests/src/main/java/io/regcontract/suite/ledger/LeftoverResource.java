package io.regcontract.suite.ledger;

/**
 * Something that a run made and that could not be removed.
 *
 * @param what it is, by sort and name
 * @param why it is still there
 */
public record LeftoverResource(String what, String why) {}
