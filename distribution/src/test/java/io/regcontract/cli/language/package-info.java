/** Tests that run programs of other languages against the simulator, as their users do. */
@NullMarked
package io.regcontract.cli.language;

import org.jspecify.annotations.NullMarked;
