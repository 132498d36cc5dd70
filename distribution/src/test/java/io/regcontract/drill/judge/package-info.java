/** Tests of judging drills. */
@NullMarked
package io.regcontract.drill.judge;

import org.jspecify.annotations.NullMarked;
