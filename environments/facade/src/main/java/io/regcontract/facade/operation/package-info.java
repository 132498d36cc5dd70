/** The operations, one class each, and what they share. Uses all but {@code http} and {@code control}. */
@NullMarked
package io.regcontract.facade.operation;

import org.jspecify.annotations.NullMarked;
