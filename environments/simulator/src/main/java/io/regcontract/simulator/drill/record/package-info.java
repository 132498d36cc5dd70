/**
 * Drills of records and of the values that they hold. A drill changes records past the API and uses no other area of
 * drills.
 */
@NullMarked
package io.regcontract.simulator.drill.record;

import org.jspecify.annotations.NullMarked;
