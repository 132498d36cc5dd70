/**
 * Ways to break an answer, one at a time: what each does, the check that must find it, where it does not apply and why.
 * A sabotage is a pure function of a recorded answer. Uses the contract and the checks; knows neither the engine nor
 * JUnit.
 */
@NullMarked
package io.regcontract.suite.sabotage;

import org.jspecify.annotations.NullMarked;
