/**
 * Applications and what they own: clients, settings, records, tokens, flows and the switches of their world. Uses the
 * store; knows nothing of calls or the wire.
 */
@NullMarked
package io.regcontract.simulator.application;

import org.jspecify.annotations.NullMarked;
