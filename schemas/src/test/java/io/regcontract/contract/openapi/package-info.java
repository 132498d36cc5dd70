/** What the OpenAPI description holds, compared with the contract that it is made from. */
@NullMarked
package io.regcontract.contract.openapi;

import org.jspecify.annotations.NullMarked;
