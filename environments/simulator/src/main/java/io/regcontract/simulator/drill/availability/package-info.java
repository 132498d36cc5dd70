/** Drills of maintenance, quota and storage. A drill changes the switches of the application, and uses what all areas share and no other area. */
@NullMarked
package io.regcontract.simulator.drill.availability;

import org.jspecify.annotations.NullMarked;
