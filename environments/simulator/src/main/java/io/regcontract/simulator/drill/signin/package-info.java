/** Drills of accounts that people sign in to, and of the forms that they fill in. It uses what all areas share and no other area of drills. */
@NullMarked
package io.regcontract.simulator.drill.signin;

import org.jspecify.annotations.NullMarked;
