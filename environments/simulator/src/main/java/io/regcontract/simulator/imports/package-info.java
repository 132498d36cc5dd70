/** What may be imported into an application when a simulator starts, and what became of it. Knows no application. */
@NullMarked
package io.regcontract.simulator.imports;

import org.jspecify.annotations.NullMarked;
