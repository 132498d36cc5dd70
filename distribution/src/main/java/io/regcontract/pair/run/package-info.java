/**
 * Plans a pair and drives its halves, through the command line of the suite. Knows nothing of how halves are compared.
 */
@NullMarked
package io.regcontract.pair.run;

import org.jspecify.annotations.NullMarked;
