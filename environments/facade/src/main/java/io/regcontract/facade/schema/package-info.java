/** Entity types: attributes, paths to them, and what texts they take. Uses nothing else of the facade. */
@NullMarked
package io.regcontract.facade.schema;

import org.jspecify.annotations.NullMarked;
