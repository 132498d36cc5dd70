/** Plants secrets and looks for them. */
@NullMarked
package io.regcontract.report.leak;

import org.jspecify.annotations.NullMarked;
