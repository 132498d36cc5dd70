/**
 * What a person hands on or fills in: bundles for support, and waivers. May use {@code render}, {@code render.har}, {@code judge},
 * {@code policy} and {@code record}.
 */
@NullMarked
package io.regcontract.report.render.support;

import org.jspecify.annotations.NullMarked;
