package io.regcontract.environment;

/**
 * A setting that somebody put into an application by hand, to say that the suite may work there.
 *
 * @param setting its key
 * @param value what it must hold
 */
public record Marker(String setting, Secret value) {}
