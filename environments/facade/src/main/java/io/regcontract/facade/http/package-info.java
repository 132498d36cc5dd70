/** Requests and answers over the JDK's server, and the gateway in front. Knows no operation. */
@NullMarked
package io.regcontract.facade.http;

import org.jspecify.annotations.NullMarked;
