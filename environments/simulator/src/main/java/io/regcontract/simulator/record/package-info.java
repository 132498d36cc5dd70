/**
 * Records and what they are made of: attribute types, constraints, values, passwords, and the rules of writing. Uses the
 * store for keeping and the error table for refusing; knows nothing of clients, calls or the wire.
 */
@NullMarked
package io.regcontract.simulator.record;

import org.jspecify.annotations.NullMarked;
