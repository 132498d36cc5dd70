/** What happens to every call before its operation, and how its answer is written. Uses all but {@code control}. */
@NullMarked
package io.regcontract.facade.pipeline;

import org.jspecify.annotations.NullMarked;
