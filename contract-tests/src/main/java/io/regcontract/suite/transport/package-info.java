/**
 * Sends requests to the service, to a control plane and through the saboteur's proxy, and reads each answer to its end.
 * The only package that knows REST-assured and its HTTP client. Uses {@code suite.call}, {@code suite.signing},
 * {@code suite.redaction} and {@code suite.evidence}.
 */
@NullMarked
package io.regcontract.suite.transport;

import org.jspecify.annotations.NullMarked;
