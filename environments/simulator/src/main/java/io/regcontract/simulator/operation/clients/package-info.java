/** API clients: adding, listing and changing them. Each class declares what it asks for and does one thing. */
@NullMarked
package io.regcontract.simulator.operation.clients;

import org.jspecify.annotations.NullMarked;
