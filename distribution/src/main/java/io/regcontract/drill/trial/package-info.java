/**
 * What happened when an application was drilled: the phases, how the command ended, what it told, and the journal.
 * Plain data; may use the data of the simulator's journal and control.
 */
@NullMarked
package io.regcontract.drill.trial;

import org.jspecify.annotations.NullMarked;
