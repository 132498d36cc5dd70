/**
 * The page for people: one HTML file, with the exchanges as a compressed island. May use {@code render}, {@code
 * judge}, {@code history} and {@code record}.
 */
@NullMarked
package io.regcontract.report.render.html;

import org.jspecify.annotations.NullMarked;
