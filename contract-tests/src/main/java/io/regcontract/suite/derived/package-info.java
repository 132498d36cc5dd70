/**
 * Requirements derived from the contract's data: each operation times each promise that is made of it, for every
 * parameter, credential and attribute type. A line added to {@code operations.yaml} or {@code attributes.yaml} becomes
 * requirements without another line of code. Declares scenarios; sends nothing.
 */
@NullMarked
package io.regcontract.suite.derived;

import org.jspecify.annotations.NullMarked;
