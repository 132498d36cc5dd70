/**
 * A proxy that applies a sabotage to the failing answers of a running service, and its command. Uses the sabotages and
 * the transport; knows neither the engine nor JUnit.
 */
@NullMarked
package io.regcontract.suite.sabotage.proxy;

import org.jspecify.annotations.NullMarked;
