/** The way of every call, stage by stage, and the API's place on the wire. Operations are its last stage. */
@NullMarked
package io.regcontract.simulator.pipeline;

import org.jspecify.annotations.NullMarked;
