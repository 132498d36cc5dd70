/** Judges what is to be written to a record, and writes it. Uses {@code schema}, {@code store} and {@code api}. */
@NullMarked
package io.regcontract.facade.write;

import org.jspecify.annotations.NullMarked;
