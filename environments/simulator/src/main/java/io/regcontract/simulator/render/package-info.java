/** How answers are written: the one place that knows the dialect. */
@NullMarked
package io.regcontract.simulator.render;

import org.jspecify.annotations.NullMarked;
