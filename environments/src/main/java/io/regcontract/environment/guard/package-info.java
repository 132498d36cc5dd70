/**
 * Decides whether a run may begin in an environment, and whether a call may leave for an address.
 */
@NullMarked
package io.regcontract.environment.guard;

import org.jspecify.annotations.NullMarked;
