/**
 * Key and certificate of a simulator that speaks TLS: read from a key store, or made at the start. Uses the JDK only,
 * and knows nothing of HTTP or of the API.
 */
@NullMarked
package io.regcontract.simulator.tls;

import org.jspecify.annotations.NullMarked;
