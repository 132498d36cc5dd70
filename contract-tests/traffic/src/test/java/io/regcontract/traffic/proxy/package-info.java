/** Tests of the proxy with raw sockets on both sides, so that every byte is seen. */
@NullMarked
package io.regcontract.traffic.proxy;

import org.jspecify.annotations.NullMarked;
