/**
 * The command {@code proxy}: its options, what it prints while traffic passes, and the record that it leaves. Puts proxy,
 * judge and record together.
 */
@NullMarked
package io.regcontract.traffic.proxy.cli;

import org.jspecify.annotations.NullMarked;
