/** Tests that use the simulator's console in a browser, as a person does. */
@NullMarked
package io.regcontract.console;

import org.jspecify.annotations.NullMarked;
