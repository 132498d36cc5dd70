/**
 * Writes what was found of an application: for machines, for continuous integration, for a browser and for the console.
 * May use what was judged, and what the pages of commands have in common.
 */
@NullMarked
package io.regcontract.drill.report;

import org.jspecify.annotations.NullMarked;
