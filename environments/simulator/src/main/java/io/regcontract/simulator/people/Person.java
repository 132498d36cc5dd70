package io.regcontract.simulator.people;

/**
 * Somebody with an account in the default application.
 *
 * @param email the address, which never changes
 */
public record Person(String email) {}
