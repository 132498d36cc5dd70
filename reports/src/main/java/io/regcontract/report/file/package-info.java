/** Writes files whole or not at all. Knows nothing of what is in them, and uses nothing of the project. */
@NullMarked
package io.regcontract.report.file;

import org.jspecify.annotations.NullMarked;
