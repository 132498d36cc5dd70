/** Looks at the page through a browser. */
@NullMarked
package io.regcontract.report.page;

import org.jspecify.annotations.NullMarked;
