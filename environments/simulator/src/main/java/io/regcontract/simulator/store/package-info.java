/**
 * Where state lives: tables of immutable values behind one interface, and the faults a storage can have. Knows
 * nothing of what is stored.
 */
@NullMarked
package io.regcontract.simulator.store;

import org.jspecify.annotations.NullMarked;
