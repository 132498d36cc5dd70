/**
 * Which pages in browsers may call the API: answers preflights, and says in every answer who may read it (the CORS
 * protocol of the Fetch standard). Knows requests and answers, and no operation.
 */
@NullMarked
package io.regcontract.simulator.cors;

import org.jspecify.annotations.NullMarked;
