/**
 * What must hold of every error answer, each promise in a class of its own. A check is a pure function of a recorded
 * answer, what is expected of it and the circumstances it arrived in: no network, no clock, no JUnit. Uses
 * {@code check.answer}, the contract ({@code io.regcontract.contract}) and Jackson, nothing else.
 */
@NullMarked
package io.regcontract.check;

import org.jspecify.annotations.NullMarked;
