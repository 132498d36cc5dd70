package io.regcontract.simulator.token;

/** Which record of an application a token or code is about. */
public record RecordKey(String typeName, String uuid) {}
