package io.regcontract.facade.http;

import tools.jackson.databind.JsonNode;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param body what it holds
 */
public record JsonReply(int status, JsonNode body) {}
