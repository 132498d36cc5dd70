/**
 * The control plane: changes the state behind the API, for tests. It knows applications and the log, and neither codes
 * nor operations nor dialects.
 */
@NullMarked
package io.regcontract.simulator.controlplane;

import org.jspecify.annotations.NullMarked;
