/** Settings of an application and of its clients, with what was published of them. Uses the store only. */
@NullMarked
package io.regcontract.simulator.setting;

import org.jspecify.annotations.NullMarked;
