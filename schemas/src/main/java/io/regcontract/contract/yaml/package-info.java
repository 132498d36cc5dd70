/**
 * Reads YAML that people write: plain values that still know their line, compared with the schema of their format. A wrong
 * file is answered with file, line, key and remedy. May use {@code io.regcontract.contract}; knows nothing of what the files
 * are for.
 */
@NullMarked
package io.regcontract.contract.yaml;

import org.jspecify.annotations.NullMarked;
