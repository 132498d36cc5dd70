/** Tests of comparisons of two recordings. */
@NullMarked
package io.regcontract.traffic.compare;

import org.jspecify.annotations.NullMarked;
