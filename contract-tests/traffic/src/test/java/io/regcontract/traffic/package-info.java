/** Tests of what holds for the whole module. */
@NullMarked
package io.regcontract.traffic;

import org.jspecify.annotations.NullMarked;
