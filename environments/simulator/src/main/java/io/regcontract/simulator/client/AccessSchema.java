package io.regcontract.simulator.client;

import java.util.List;

/** The attributes that a client may see or write, as paths. */
public record AccessSchema(List<String> attributes) {}
