/**
 * Runs against what stands in the place of the service: a simulator behind a base path and a gateway that asks for a key, of
 * which a part is implemented and a part of the control plane offered.
 */
@NullMarked
package io.regcontract.suite.replacement;

import org.jspecify.annotations.NullMarked;
