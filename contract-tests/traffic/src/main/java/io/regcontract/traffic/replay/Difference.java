package io.regcontract.traffic.replay;

/**
 * In what a repeated answer is another one by the contract.
 *
 * @param pointer where in the body, as a JSON pointer; {@code status} for HTTP's
 * @param recorded what the recording has there
 * @param replayed what the simulator answered
 */
record Difference(String pointer, String recorded, String replayed) {}
