/**
 * Reads a tenant into files that a simulator can begin with. It only ever reads, at the pace and within the budgets of
 * the profile, and shows nothing of what it reads.
 */
@NullMarked
package io.regcontract.suite.twin;

import org.jspecify.annotations.NullMarked;
