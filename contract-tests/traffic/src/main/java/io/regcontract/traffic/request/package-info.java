/**
 * What the request of an exchange says: its parameters, and who it says that it is. Uses {@code suite.call} for
 * credentials, and knows no answer.
 */
@NullMarked
package io.regcontract.traffic.request;

import org.jspecify.annotations.NullMarked;
