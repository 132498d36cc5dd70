@NullMarked
package io.regcontract.pair.compare;

import org.jspecify.annotations.NullMarked;
