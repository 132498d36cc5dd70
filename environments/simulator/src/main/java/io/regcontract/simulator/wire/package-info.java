/** Requests and answers as values, so that no one but the server's own package sees a server type. */
@NullMarked
package io.regcontract.simulator.wire;

import org.jspecify.annotations.NullMarked;
