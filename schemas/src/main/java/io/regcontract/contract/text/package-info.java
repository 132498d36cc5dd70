/**
 * Text of a service or a person, made safe to print on a console and into files.
 */
@NullMarked
package io.regcontract.contract.text;

import org.jspecify.annotations.NullMarked;
