/** The list of all drills. It uses every area of drills; none of them knows it. */
@NullMarked
package io.regcontract.simulator.drill.catalogue;

import org.jspecify.annotations.NullMarked;
