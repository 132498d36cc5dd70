package io.regcontract.simulator.operation;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.record.index.RecordQuery;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search among the records that a caller may reach.
 *
 * @param shown a record without what is hidden
 */
public record PermittedSearch(RecordQuery query, Function<StoredRecord, ObjectNode> shown) {}
