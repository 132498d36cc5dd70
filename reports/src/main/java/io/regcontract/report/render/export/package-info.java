/**
 * Files for other tools and for later runs: {@code verdict.json}, JUnit, CTRF, SARIF, Prometheus, Markdown. May use
 * {@code render}, {@code render.support}, {@code judge}, {@code history} and {@code record}.
 */
@NullMarked
package io.regcontract.report.render.export;

import org.jspecify.annotations.NullMarked;
