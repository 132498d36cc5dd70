/** The part of the published control plane that the facade offers to tests. Uses all but {@code operation}. */
@NullMarked
package io.regcontract.facade.control;

import org.jspecify.annotations.NullMarked;
