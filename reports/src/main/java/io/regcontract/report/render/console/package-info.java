/**
 * What a person sees at the end of a build or a command. May use {@code render}, {@code render.support}, {@code
 * judge} and {@code record}.
 */
@NullMarked
package io.regcontract.report.render.console;

import org.jspecify.annotations.NullMarked;
