/**
 * Tables that stay in a backend: only what is not written yet, and what was read lately, is in memory. Uses the
 * backend's tables; knows nothing of what is stored.
 */
@NullMarked
package io.regcontract.simulator.store.disk;

import org.jspecify.annotations.NullMarked;
