/**
 * Says in the words of in-toto what the gate decided about a release (Statement v1, predicate test-result v0.1), signs
 * it as a DSSE envelope, and checks such a file again. May use the decision ({@code judge}), the record and the
 * contract; it judges nothing itself.
 */
@NullMarked
package io.regcontract.report.attest;

import org.jspecify.annotations.NullMarked;
