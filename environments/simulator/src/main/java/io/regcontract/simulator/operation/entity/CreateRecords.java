package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.StoredRecord;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Creates many records; each that fails shows its error in its own place. When they are to be created together or
 * not at all, the first error shows in the places of those that had none. A record may bring the time it was created
 * at: people who move keep the day on which they registered.
 */
final class CreateRecords extends DeclaredOperation {

    private static final String ALL_OR_NONE = "false";
    /** As many as entity.find returns at most: other calls of the application wait meanwhile. */
    private static final int MOST = 10_000;

    CreateRecords() {
        super(writing("/entity.bulkCreate", FeatureGroup.ENTITY)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("all_attributes").jsonArray(),
                        Parameter.optional("commit_each").oneOf("true", ALL_OR_NONE, "smart"))
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var records = PermittedRecords.named(call);
        var created = new ArrayList<StoredRecord>();
        var ids = Json.array();
        var uuids = Json.array();
        var refusals = new TreeMap<Integer, ApiErrorException>();
        var all = call.arguments().json("all_attributes");
        if (all.size() > MOST) {
            throw ArgumentRules.invalid("all_attributes", "more than " + MOST + " records");
        }
        for (var attributes : all.values()) {
            try {
                var record = records.createDated(attributes);
                created.add(record);
                ids.add(record.id());
                uuids.add(record.uuid());
            } catch (ApiErrorException refusal) {
                refusals.put(ids.size(), refusal);
                ids.addNull();
                uuids.addNull();
            }
        }
        boolean allOrNone =
                call.arguments().find("commit_each").filter(ALL_OR_NONE::equals).isPresent();
        if (allOrNone && !refusals.isEmpty()) {
            created.forEach(records::takeBack);
            var first = refusals.firstEntry().getValue();
            IntStream.range(0, ids.size()).forEach(place -> refusals.putIfAbsent(place, first));
        }
        return OperationResult.of("results", ids)
                .with("uuid_results", uuids)
                .failing(refusals.entrySet().stream()
                        .flatMap(failed -> Stream.of("results", "uuid_results")
                                .map(field ->
                                        new OperationResult.FailedElement(field, failed.getKey(), failed.getValue())))
                        .toList());
    }
}
