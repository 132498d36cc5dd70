/** Records: reading, searching, writing and deleting them. Each class declares what it asks for and does one thing. */
@NullMarked
package io.regcontract.simulator.operation.entity;

import org.jspecify.annotations.NullMarked;
