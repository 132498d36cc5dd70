package io.regcontract.contract.model;

/**
 * A value that is not taken, and what comes of it.
 *
 * @param value for a parameter: as it is sent, before any encoding; for an attribute: as JSON text
 * @param code the documented code that it gives
 * @param because what is wrong with it, as a clause
 * @param evidence how we know the code
 * @param source the page or recording, or the reading by which we decided
 */
public record WrongValue(String value, int code, Operation.ErrorEvidence evidence, String because, String source) {}
