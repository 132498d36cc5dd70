/**
 * What two recordings show of the contract, side by side: codes, names, fields and their types, status, form of the token;
 * never ids, times and texts. Uses the readers and the scope; judges nothing.
 */
@NullMarked
package io.regcontract.traffic.compare;

import org.jspecify.annotations.NullMarked;
