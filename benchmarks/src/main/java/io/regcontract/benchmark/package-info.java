/**
 * How fast the suite is, measured: beside bare loops that send the same requests, beside other tools that drive the same
 * codes, over a distance, in shards, and as a whole build. Uses the suite as its users do, through a run and its jar; of
 * the engine's inside it knows nothing.
 */
@NullMarked
package io.regcontract.benchmark;

import org.jspecify.annotations.NullMarked;
