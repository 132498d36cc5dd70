/**
 * Messages of HTTP/1.1 on the wire: where they end, what of them is passed on, and what is refused since two readers could
 * read it differently. No sockets.
 */
@NullMarked
package io.regcontract.traffic.proxy.message;

import org.jspecify.annotations.NullMarked;
