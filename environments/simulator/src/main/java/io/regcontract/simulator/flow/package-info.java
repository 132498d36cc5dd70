/** Flows: the forms people fill in, as data. Nothing here runs one. */
@NullMarked
package io.regcontract.simulator.flow;

import org.jspecify.annotations.NullMarked;
