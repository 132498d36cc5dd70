/**
 * The contract as an OpenAPI 3.1 description, in either dialect. {@link io.regcontract.contract.openapi.OpenApiDescription}
 * makes it from the data files alone. Uses the contract, its model and its loading; knows no service and no simulator.
 */
@NullMarked
package io.regcontract.contract.openapi;

import org.jspecify.annotations.NullMarked;
