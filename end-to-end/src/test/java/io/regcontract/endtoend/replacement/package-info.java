/** The suite held against a replacement that has faults on purpose. Uses the facade and the suite. */
@NullMarked
package io.regcontract.endtoend.replacement;

import org.jspecify.annotations.NullMarked;
