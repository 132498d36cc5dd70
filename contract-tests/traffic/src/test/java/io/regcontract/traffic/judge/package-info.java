/** Tests of parts of the judge by themselves. */
@NullMarked
package io.regcontract.traffic.judge;

import org.jspecify.annotations.NullMarked;
