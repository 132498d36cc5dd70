package io.regcontract.simulator.token;

/** A secret that an app has made up and handed over at log-in, to sign its wishes for new access tokens with. */
public record RefreshSecret(String value, Grant grant) {}
