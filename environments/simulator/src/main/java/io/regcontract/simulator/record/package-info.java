/**
 * Records: values, passwords, versions, what is unique, and the rules of writing. Uses schemas, the store for
 * keeping and the error table for refusing; knows nothing of clients, calls or the wire.
 */
@NullMarked
package io.regcontract.simulator.record;

import org.jspecify.annotations.NullMarked;
