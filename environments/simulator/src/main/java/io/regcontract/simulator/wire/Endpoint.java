package io.regcontract.simulator.wire;

/** Something that answers requests. */
@FunctionalInterface
public interface Endpoint {

    WireAnswer answer(WireRequest request);
}
