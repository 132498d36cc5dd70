package io.regcontract.simulator.store;

/** Where a value stands: in which table, under which key. */
record TableKey(String table, String key) {}
