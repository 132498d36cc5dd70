/** Errors of the API, and how a call is refused with one. Uses nothing else of the facade. */
@NullMarked
package io.regcontract.facade.api;

import org.jspecify.annotations.NullMarked;
