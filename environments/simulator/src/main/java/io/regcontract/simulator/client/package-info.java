/**
 * Clients of an application and what they may do: features, allow list, access schemas. Uses the store and schemas;
 * knows nothing of applications, calls or the wire.
 */
@NullMarked
package io.regcontract.simulator.client;

import org.jspecify.annotations.NullMarked;
