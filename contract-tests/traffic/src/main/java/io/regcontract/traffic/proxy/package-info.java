/**
 * A proxy between a client and a service that passes the bytes on and hands each exchange to a judge. Sockets, events and
 * TLS are HttpCore's; the bytes are read here, because HttpCore's message layer writes heads and chunks anew. All events
 * of a proxy come on one thread, and judging runs on another. Uses {@code traffic} and knows no file format.
 */
@NullMarked
package io.regcontract.traffic.proxy;

import org.jspecify.annotations.NullMarked;
