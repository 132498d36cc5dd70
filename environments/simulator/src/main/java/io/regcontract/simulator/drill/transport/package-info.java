/**
 * Drills of what is no error of the API and befalls every caller all the same: on the way to the service, and of its
 * clock and its search index. It uses no other area of drills.
 */
@NullMarked
package io.regcontract.simulator.drill.transport;

import org.jspecify.annotations.NullMarked;
