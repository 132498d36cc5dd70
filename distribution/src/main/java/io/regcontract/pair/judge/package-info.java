/**
 * Decides about a pair: whether the new half keeps all that the old one keeps. Writes nothing.
 */
@NullMarked
package io.regcontract.pair.judge;

import org.jspecify.annotations.NullMarked;
