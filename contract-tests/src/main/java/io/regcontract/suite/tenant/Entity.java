package io.regcontract.suite.tenant;

/**
 * A record the scenario made.
 *
 * @param type name of its entity type
 * @param uuid its uuid
 * @param id its number
 */
public record Entity(String type, String uuid, long id) {}
