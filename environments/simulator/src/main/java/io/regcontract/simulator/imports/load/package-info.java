/**
 * Brings what the files of an import hold into an application. Uses applications and what belongs to them; knows
 * nothing of calls or the wire.
 */
@NullMarked
package io.regcontract.simulator.imports.load;

import org.jspecify.annotations.NullMarked;
