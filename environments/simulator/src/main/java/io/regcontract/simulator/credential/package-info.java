/**
 * Credentials: how calls present them and how they are proven. Knows applications and their clients; nothing of
 * HTTP.
 */
@NullMarked
package io.regcontract.simulator.credential;

import org.jspecify.annotations.NullMarked;
