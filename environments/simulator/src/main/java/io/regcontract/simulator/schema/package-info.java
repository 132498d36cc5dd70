/**
 * Entity types and what they are made of: attribute definitions and paths, constraints, rules, and which attributes a
 * caller sees. Uses the error table for refusing; knows nothing of records, clients or the wire.
 */
@NullMarked
package io.regcontract.simulator.schema;

import org.jspecify.annotations.NullMarked;
