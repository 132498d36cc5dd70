/** Drills of tokens and codes. A drill changes them in the application and uses no other area of drills. */
@NullMarked
package io.regcontract.simulator.drill.token;

import org.jspecify.annotations.NullMarked;
