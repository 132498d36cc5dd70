/** Drills of tokens and codes. A drill changes them in the application, and uses what all areas share and no other area. */
@NullMarked
package io.regcontract.simulator.drill.token;

import org.jspecify.annotations.NullMarked;
