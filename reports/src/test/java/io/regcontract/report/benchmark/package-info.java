/** How long the gate takes over large records: {@code ./mvnw -Pbenchmarks -pl reports verify}. */
@NullMarked
package io.regcontract.report.benchmark;

import org.jspecify.annotations.NullMarked;
