/**
 * Tables whose values are also found by ordered entries: ranges, counts and views of one moment. Knows nothing of what
 * is stored. Used by the stores.
 */
@NullMarked
package io.regcontract.simulator.store.indexed;

import org.jspecify.annotations.NullMarked;
