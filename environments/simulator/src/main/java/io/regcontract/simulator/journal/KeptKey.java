package io.regcontract.simulator.journal;

/** The key of the fingerprints in a state file, in base64. */
record KeptKey(String text) {}
