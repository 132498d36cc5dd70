/** What a facade knows, in memory: applications with their clients, types, records, tokens. Uses {@code schema}. */
@NullMarked
package io.regcontract.facade.store;

import org.jspecify.annotations.NullMarked;
