/**
 * Access: issuing tokens and codes, and using verification codes. Each class declares what it asks for and does one
 * thing.
 */
@NullMarked
package io.regcontract.simulator.operation.access;

import org.jspecify.annotations.NullMarked;
