/**
 * People with accounts whose state leads to an error, for developers who have no control plane at hand: who they are,
 * and how they come into an application. Uses applications and their changes from outside; knows nothing of calls.
 */
@NullMarked
package io.regcontract.simulator.people;

import org.jspecify.annotations.NullMarked;
