package io.regcontract.simulator.setting;

import java.util.Map;

/**
 * Settings of a client as they were made public at one time.
 *
 * @param version digits, growing with time
 */
public record PublishedSettings(String clientId, String version, Map<String, String> values) {}
