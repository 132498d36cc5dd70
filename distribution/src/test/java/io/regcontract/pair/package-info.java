@NullMarked
package io.regcontract.pair;

import org.jspecify.annotations.NullMarked;
