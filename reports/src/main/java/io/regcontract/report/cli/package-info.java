/**
 * The programs: the gate on the command line with its real exit code, and the gate inside a Maven build, which can
 * only say pass or fail. All wiring happens here.
 */
@NullMarked
package io.regcontract.report.cli;

import org.jspecify.annotations.NullMarked;
