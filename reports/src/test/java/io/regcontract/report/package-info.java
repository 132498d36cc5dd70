/** Tests of reports as a whole, and the builder of the records that all of them judge. */
@NullMarked
package io.regcontract.report;

import org.jspecify.annotations.NullMarked;
