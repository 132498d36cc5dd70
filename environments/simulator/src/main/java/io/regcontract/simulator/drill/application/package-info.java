/** Drills of whole applications. It uses what all areas share and no other area of drills. */
@NullMarked
package io.regcontract.simulator.drill.application;

import org.jspecify.annotations.NullMarked;
