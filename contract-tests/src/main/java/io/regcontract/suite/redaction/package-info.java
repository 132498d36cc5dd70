/**
 * Learns the secrets of a run and replaces them in every text that is kept, and hands them on to the search for leaks.
 * Uses {@code suite.call} and the encodings of secrets in the contract.
 */
@NullMarked
package io.regcontract.suite.redaction;

import org.jspecify.annotations.NullMarked;
