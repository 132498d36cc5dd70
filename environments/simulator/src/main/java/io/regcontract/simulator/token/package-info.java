/** Tokens, codes and the grants behind them, with their lifetimes. Knows records only by name. */
@NullMarked
package io.regcontract.simulator.token;

import org.jspecify.annotations.NullMarked;
