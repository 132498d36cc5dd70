/** Measures how fast traffic is judged; no test. */
@NullMarked
package io.regcontract.traffic.benchmark;

import org.jspecify.annotations.NullMarked;
