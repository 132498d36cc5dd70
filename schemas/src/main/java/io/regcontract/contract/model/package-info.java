/**
 * The documented errors, operations, attributes, errata and readings as values. Knows no file and no schema validator.
 */
@NullMarked
package io.regcontract.contract.model;

import org.jspecify.annotations.NullMarked;
