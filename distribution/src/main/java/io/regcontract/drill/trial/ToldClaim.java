package io.regcontract.drill.trial;

/**
 * Something that an application told its own caller.
 *
 * @param what {@code created}, {@code records}, {@code wrong-password}, or a code such as {@code 500}
 * @param count how many of it
 */
public record ToldClaim(String what, long count) {}
