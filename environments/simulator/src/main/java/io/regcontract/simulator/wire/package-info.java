/** Requests and answers as values, so that only the package of the server sees types of the HTTP library. */
@NullMarked
package io.regcontract.simulator.wire;

import org.jspecify.annotations.NullMarked;
