/**
 * Where the contract is checked: profiles of environments, references to secrets, the pace, and what a kind of
 * environment cannot be driven into. May use {@code io.regcontract.contract} and nothing else of the project; knows no
 * HTTP and no test.
 */
@NullMarked
package io.regcontract.environment;

import org.jspecify.annotations.NullMarked;
