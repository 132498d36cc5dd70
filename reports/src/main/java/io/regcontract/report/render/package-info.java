/**
 * What every rendering of a decision needs: the model, and how a text of a service is bounded, escaped and linked.
 * Its packages are one for each reader: {@code html}, {@code console}, {@code export}, {@code har} and
 * {@code support}. May use
 * {@code judge}, {@code history}, {@code policy} and {@code record}; decides nothing.
 */
@NullMarked
package io.regcontract.report.render;

import org.jspecify.annotations.NullMarked;
