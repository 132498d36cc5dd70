/** Records and schemas as they were. Each class declares what it asks for and does one thing. */
@NullMarked
package io.regcontract.simulator.operation.versions;

import org.jspecify.annotations.NullMarked;
