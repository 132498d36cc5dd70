/** Tests of {@code io.regcontract.report.attest}, and keys for tests of what uses it. */
@NullMarked
package io.regcontract.report.attest;

import org.jspecify.annotations.NullMarked;
