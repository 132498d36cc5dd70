/** Recordings repeated against simulators: recorded of one, repeated against another. */
@NullMarked
package io.regcontract.traffic.replay;

import org.jspecify.annotations.NullMarked;
