/**
 * Checks JSON against the schemas of the contract and of the files that people write, and says in words what is wrong.
 * The only package that uses the JSON Schema validator.
 */
@NullMarked
package io.regcontract.contract.validation;

import org.jspecify.annotations.NullMarked;
