/**
 * What comes from outside, checked where it enters: files that are not what they should be, ids that become paths.
 */
@NullMarked
package io.regcontract.contract.input;

import org.jspecify.annotations.NullMarked;
