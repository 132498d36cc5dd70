/** Tests of the facade, through its ports. */
@NullMarked
package io.regcontract.facade;

import org.jspecify.annotations.NullMarked;
