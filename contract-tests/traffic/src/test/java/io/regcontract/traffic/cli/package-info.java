/** Tests of judging as people meet it: files in, record out. */
@NullMarked
package io.regcontract.traffic.cli;

import org.jspecify.annotations.NullMarked;
