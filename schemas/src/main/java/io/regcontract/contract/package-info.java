/**
 * The contract as a whole, and what it says of requirements and kinds of environments. Reads through {@code loading}, checks
 * by {@code validation} and hands out the types of {@code model}. May use no other package of the project.
 */
@NullMarked
package io.regcontract.contract;

import org.jspecify.annotations.NullMarked;
