/**
 * Entity types: their attributes, constraints and password settings. Each class declares what it asks for and does
 * one thing.
 */
@NullMarked
package io.regcontract.simulator.operation.entitytype;

import org.jspecify.annotations.NullMarked;
