/**
 * A replacement of the service, small and of our own: nine operations over a store in memory, behind a gateway with a
 * key and a base path. It is what the suite is tried on as leavers try it on theirs, and has ten faults on request.
 * Uses the JDK and a JSON library; no contract, no simulator.
 */
@NullMarked
package io.regcontract.facade;

import org.jspecify.annotations.NullMarked;
