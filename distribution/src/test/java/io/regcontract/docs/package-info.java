/** Tests that the documentation says what is true. */
@NullMarked
package io.regcontract.docs;

import org.jspecify.annotations.NullMarked;
