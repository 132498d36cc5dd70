/** The log of failed calls, by request token. Knows the error table and nothing else. */
@NullMarked
package io.regcontract.simulator.log;

import org.jspecify.annotations.NullMarked;
