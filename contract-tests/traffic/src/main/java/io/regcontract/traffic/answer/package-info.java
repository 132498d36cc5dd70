/**
 * What a recorded answer says, read in one way by all who judge, compare and repeat traffic. Uses {@code traffic},
 * {@code check.answer} and Jackson, nothing else.
 */
@NullMarked
package io.regcontract.traffic.answer;

import org.jspecify.annotations.NullMarked;
