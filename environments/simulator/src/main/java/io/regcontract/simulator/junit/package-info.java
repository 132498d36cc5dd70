/**
 * The simulator as a parameter of tests with JUnit Jupiter. Uses the simulator as anyone would, and JUnit, which only
 * those need who use this package.
 */
@NullMarked
package io.regcontract.simulator.junit;

import org.jspecify.annotations.NullMarked;
