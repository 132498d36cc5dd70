/** Tests that run the real build in a copy of the project, and look at how it ends. */
@NullMarked
package io.regcontract.report.build;

import org.jspecify.annotations.NullMarked;
