/**
 * Operations: what each declares, and what each does. An operation sees an application, a caller and judged
 * arguments; it knows nothing of HTTP and nothing of the dialect its answer will be written in.
 */
@NullMarked
package io.regcontract.simulator.operation;

import org.jspecify.annotations.NullMarked;
