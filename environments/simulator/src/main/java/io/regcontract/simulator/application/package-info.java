/**
 * Applications and what they own: entity types, records, tokens, flows, quota, mails and the state that the control
 * plane changes. Uses clients, settings, records and the store; knows nothing of calls or the wire.
 */
@NullMarked
package io.regcontract.simulator.application;

import org.jspecify.annotations.NullMarked;
