/** HTTP/1.1 over sockets, and the only place that sees one: requests in, answers out, no word of what they mean. */
@NullMarked
package io.regcontract.simulator.http;

import org.jspecify.annotations.NullMarked;
