/**
 * Reads the record of a run: every line validated against its format, bounded in size, nothing taken on trust. What is
 * wrong with a record is a {@link io.regcontract.report.record.RecordFlaw}, never an exception and never a silence. May
 * use {@code io.regcontract.contract}; knows nothing of verdicts.
 */
@NullMarked
package io.regcontract.report.record;

import org.jspecify.annotations.NullMarked;
