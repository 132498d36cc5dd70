package io.regcontract.suite.tenant;

/**
 * An account of the type that flows sign people in to.
 *
 * @param email its address
 * @param password its password; empty for one that signs in socially only
 * @param entity its record
 */
public record Account(String email, String password, Entity entity) {}
