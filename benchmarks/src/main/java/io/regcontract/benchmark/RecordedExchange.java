package io.regcontract.benchmark;

import java.util.Map;

/**
 * A request and its answer as they went over the wire.
 *
 * @param method of HTTP
 * @param path below the service's address, as it was written
 * @param headers that say something: who asks, for whom, and what is sent
 * @param body of the request
 * @param answer body of the answer
 */
record RecordedExchange(String method, String path, Map<String, String> headers, String body, String answer) {}
