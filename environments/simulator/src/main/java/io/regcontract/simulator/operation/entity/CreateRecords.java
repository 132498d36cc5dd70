package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.StoredRecord;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Creates many records; each that fails shows its error in its own place. When they are to be created together or not at
 * all, the first error shows in the places of those that had none. A record may bring the time it was created at: people
 * who move keep the day on which they registered.
 */
final class CreateRecords implements Operation {

    private static final String ALL_OR_NONE = "false";
    /** As many as entity.find gives back at most: no one else gets an answer of this application meanwhile. */
    private static final int MOST = 10_000;

    private static final Declaration DECLARATION = Declaration.writing("/entity.bulkCreate", FeatureGroup.ENTITY)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("all_attributes").jsonArray(),
                    Parameter.optional("commit_each").oneOf("true", ALL_OR_NONE, "smart"))
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var records = PermittedRecords.named(call);
        var created = new ArrayList<StoredRecord>();
        var ids = Json.array();
        var uuids = Json.array();
        var refusals = new TreeMap<Integer, Refusal>();
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
            } catch (Refusal refusal) {
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
        return Answer.of("results", ids)
                .with("uuid_results", uuids)
                .failing(refusals.entrySet().stream()
                        .flatMap(failed -> Stream.of("results", "uuid_results")
                                .map(field -> new Answer.FailedElement(field, failed.getKey(), failed.getValue())))
                        .toList());
    }
}
