/** Files of an import, read piece by piece. Knows JSON and CSV, and nothing of schemas or applications. */
@NullMarked
package io.regcontract.simulator.imports.file;

import org.jspecify.annotations.NullMarked;
