/** The HTTP server of the JDK, and the only place that sees its types. */
@NullMarked
package io.regcontract.simulator.http;

import org.jspecify.annotations.NullMarked;
