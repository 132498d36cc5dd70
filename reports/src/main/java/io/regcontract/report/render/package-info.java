/**
 * Writes a decision down: for people on the console, for machines as {@code verdict.json}. Text that came from a service is
 * escaped and bounded before it is shown. May use {@code judge} and {@code record}; decides nothing.
 */
@NullMarked
package io.regcontract.report.render;

import org.jspecify.annotations.NullMarked;
