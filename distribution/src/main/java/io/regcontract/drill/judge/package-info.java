/**
 * What is to be said of an application that was drilled: which errors it has met, what it did then, what it told, and
 * whether that is what the policy demands. Without files, clock and console.
 */
@NullMarked
package io.regcontract.drill.judge;

import org.jspecify.annotations.NullMarked;
