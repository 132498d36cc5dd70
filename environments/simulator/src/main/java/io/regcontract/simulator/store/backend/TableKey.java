package io.regcontract.simulator.store.backend;

/** Where a value stands: in which table, under which key. */
public record TableKey(String table, String key) {}
