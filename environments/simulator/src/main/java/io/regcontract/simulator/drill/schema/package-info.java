/**
 * Drills of entity types, attributes and their constraints. A drill changes the schema past the API and uses no other
 * area of drills.
 */
@NullMarked
package io.regcontract.simulator.drill.schema;

import org.jspecify.annotations.NullMarked;
