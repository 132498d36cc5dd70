package io.regcontract.simulator.token;

/** A secret that an app has generated and handed over at log-in, to sign requests for new access tokens with. */
public record RefreshSecret(String value, Grant grant) {}
