package io.regcontract.simulator.token;

/** Can be exchanged once for the next access token. */
public record RefreshToken(String value, Grant grant) {}
