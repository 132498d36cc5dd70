/**
 * What is promised: the documented errors, the errata and readings that go with them, and the operations that can raise them, read from the data
 * files under {@code contract/}. Stands at the start of the house: it may use Jackson and the JSON Schema validator, and no other package of this
 * project.
 */
@NullMarked
package io.regcontract.contract;

import org.jspecify.annotations.NullMarked;
