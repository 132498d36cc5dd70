/**
 * Finds records without going through all of them: which entries a record has in which index, and how a search uses
 * them. Uses records, schemas and the tables of the store; knows neither filters nor calls.
 */
@NullMarked
package io.regcontract.simulator.record.index;

import org.jspecify.annotations.NullMarked;
