/** The filters of /entity.find. Uses {@code schema}, {@code store} and {@code api}. */
@NullMarked
package io.regcontract.facade.filter;

import org.jspecify.annotations.NullMarked;
