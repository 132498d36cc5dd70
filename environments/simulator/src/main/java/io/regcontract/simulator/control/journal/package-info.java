/**
 * What the journal of an application says: calls, marks, errors met, and reactions to them, as data, and as the JSON
 * that the control plane writes. Knows JSON and nothing else of the simulator.
 */
@NullMarked
package io.regcontract.simulator.control.journal;

import org.jspecify.annotations.NullMarked;
