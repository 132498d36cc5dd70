/**
 * Changes of an application that several drills make, each with what takes it back. None knows which error it leads to.
 */
@NullMarked
package io.regcontract.simulator.drill.change;

import org.jspecify.annotations.NullMarked;
