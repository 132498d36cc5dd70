/** Settings of the application and of its clients. Each class declares what it asks for and does one thing. */
@NullMarked
package io.regcontract.simulator.operation.settings;

import org.jspecify.annotations.NullMarked;
