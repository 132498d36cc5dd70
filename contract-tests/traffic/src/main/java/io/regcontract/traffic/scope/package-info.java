/**
 * Which exchange belongs to the API, by its address. Uses the contract ({@code io.regcontract.contract}) alone.
 */
@NullMarked
package io.regcontract.traffic.scope;

import org.jspecify.annotations.NullMarked;
