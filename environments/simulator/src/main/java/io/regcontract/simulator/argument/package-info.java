/**
 * Arguments: how they are read from a request, what an operation declares about them, and how they are judged. Knows
 * the shapes of record values; nothing of HTTP beyond the encoding of forms.
 */
@NullMarked
package io.regcontract.simulator.argument;

import org.jspecify.annotations.NullMarked;
