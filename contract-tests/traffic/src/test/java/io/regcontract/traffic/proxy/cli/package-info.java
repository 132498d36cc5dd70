/** Tests of the command {@code proxy}. */
@NullMarked
package io.regcontract.traffic.proxy.cli;

import org.jspecify.annotations.NullMarked;
