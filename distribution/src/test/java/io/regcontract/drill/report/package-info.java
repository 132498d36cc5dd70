/** Tests of reports of drills. */
@NullMarked
package io.regcontract.drill.report;

import org.jspecify.annotations.NullMarked;
