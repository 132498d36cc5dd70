/** A simulator as the twin of a tenant, from the export to the verdict. */
@NullMarked
package io.regcontract.endtoend.twin;

import org.jspecify.annotations.NullMarked;
