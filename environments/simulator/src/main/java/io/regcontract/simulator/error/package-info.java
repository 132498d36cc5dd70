/**
 * What can go wrong, as this service understands it: the codes and the refusal that carries one. May use nothing but
 * JSON values; knows neither how an error is written nor who asked.
 */
@NullMarked
package io.regcontract.simulator.error;

import org.jspecify.annotations.NullMarked;
