/**
 * What is done to an application from outside of its API: by the control plane and by those who prepare an application
 * for others. What cannot be done is refused with a sentence. Uses applications and what they own; names no code and
 * knows neither operations nor the wire. The caller holds the application's lock.
 */
@NullMarked
package io.regcontract.simulator.change;

import org.jspecify.annotations.NullMarked;
