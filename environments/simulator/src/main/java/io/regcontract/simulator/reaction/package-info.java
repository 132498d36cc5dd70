/**
 * Judges what callers did after errors, from the calls in a journal and from nothing else. One class per rule, each a
 * pure function. Uses the data of journals.
 */
@NullMarked
package io.regcontract.simulator.reaction;

import org.jspecify.annotations.NullMarked;
