/** Tests of policies of drills. */
@NullMarked
package io.regcontract.drill.policy;

import org.jspecify.annotations.NullMarked;
