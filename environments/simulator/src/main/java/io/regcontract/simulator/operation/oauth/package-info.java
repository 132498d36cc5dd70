/** Registration, log-in and profiles through flows, and the exchange of codes. Each class does one thing. */
@NullMarked
package io.regcontract.simulator.operation.oauth;

import org.jspecify.annotations.NullMarked;
