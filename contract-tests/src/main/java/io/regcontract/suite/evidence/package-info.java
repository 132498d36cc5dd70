/**
 * What is kept of a request and its answer: redacted, bounded, and with a curl command that repeats it. Uses
 * {@code suite.redaction}.
 */
@NullMarked
package io.regcontract.suite.evidence;

import org.jspecify.annotations.NullMarked;
