package io.regcontract.simulator.setting;

import java.util.Map;

/** The settings of one client, or those of the application itself. */
public record SettingValues(Map<String, String> values) {}
