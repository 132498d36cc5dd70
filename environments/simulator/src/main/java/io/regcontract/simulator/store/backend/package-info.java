/**
 * What a durable store needs of the place where its texts lie: one interface, and the two ways in which such a place
 * can be unusable. Knows no file and no database, and nothing of values.
 */
@NullMarked
package io.regcontract.simulator.store.backend;

import org.jspecify.annotations.NullMarked;
