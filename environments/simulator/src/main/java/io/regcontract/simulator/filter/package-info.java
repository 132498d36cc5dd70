/** The filter language of searches. Uses record types and values; knows nothing of calls. */
@NullMarked
package io.regcontract.simulator.filter;

import org.jspecify.annotations.NullMarked;
