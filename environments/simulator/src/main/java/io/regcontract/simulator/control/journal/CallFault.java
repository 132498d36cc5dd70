package io.regcontract.simulator.control.journal;

/**
 * What befell a call on its way, by a drill of the transport: its caller got no answer of the service.
 *
 * @param name of the drill, such as {@code connection-dropped}
 * @param performed whether the service did what the call asked for all the same
 */
public record CallFault(String name, boolean performed) {}
