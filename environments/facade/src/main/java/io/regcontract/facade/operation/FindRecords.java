package io.regcontract.facade.operation;

import io.regcontract.facade.Fault;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.filter.FilterParser;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.pipeline.Credentials;
import io.regcontract.facade.pipeline.Operation;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.store.EntityRecord;
import io.regcontract.facade.store.EntityType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /entity.find}: searches for records, a page at a time. */
final class FindRecords implements Operation {

    private static final long USUAL_PAGE = 100;
    private static final long LONGEST_PAGE = 10_000;

    /** An attribute to sort by, and whether the greatest comes first. */
    private record Order(AttributePath path, boolean descending) {}

    @Override
    public String path() {
        return "/entity.find";
    }

    @Override
    public String group() {
        return "entity";
    }

    @Override
    public Credentials credentials() {
        return Credentials.SECRET;
    }

    @Override
    public Set<String> features() {
        return Set.of("owner", "direct_access", "direct_read_access");
    }

    @Override
    public ObjectNode perform(Call call) {
        var arguments = call.arguments();
        arguments.require("type_name");
        var page = arguments.whole("max_results", 0, LONGEST_PAGE).orElse(USUAL_PAGE);
        var from = arguments.whole("first_result", 0, Integer.MAX_VALUE).orElse(0L);
        var counted = arguments.flag("show_total_count").orElse(false);
        arguments.whole("timeout", 0, Integer.MAX_VALUE);
        var sorting = arguments.texts("sort_on");
        var attributes = arguments.texts("attributes");
        var type = call.type(arguments.required("type_name"));
        if (call.does(Fault.EVERY_FILTER_IS_WRONG) && arguments.has("filter")) {
            throw Refusal.invalid("filter", "it cannot be parsed");
        }
        Predicate<JsonNode> filter = arguments
                .text("filter")
                .map(text -> FilterParser.parse(type, text))
                .orElse(record -> true);
        var order = sorting.map(texts -> order(type, texts));
        var selection = attributes.map(texts -> Selection.of(type, texts));
        var found = sorted(
                type.records().stream().map(EntityRecord::all).filter(filter).toList(), order);
        var answer = JsonNodeFactory.instance.objectNode();
        var results = answer.putArray("results");
        found.stream()
                .skip(from)
                .limit(page)
                .forEach(record ->
                        results.add(selection.map(some -> some.from(record)).orElse(record)));
        answer.put("result_count", results.size());
        if (counted) {
            answer.put("total_count", found.size());
        }
        return answer;
    }

    private static List<Order> order(EntityType type, List<String> texts) {
        return texts.stream()
                .map(text -> new Order(
                        RecordSelection.path(type, text.startsWith("-") ? text.substring(1) : text),
                        text.startsWith("-")))
                .toList();
    }

    private static List<ObjectNode> sorted(List<ObjectNode> found, Optional<List<Order>> order) {
        return order.flatMap(
                        orders -> orders.stream().map(FindRecords::comparator).reduce(Comparator::thenComparing))
                .map(comparator -> found.stream().sorted(comparator).toList())
                .orElse(found);
    }

    private static Comparator<ObjectNode> comparator(Order order) {
        Comparator<ObjectNode> ascending =
                Comparator.comparing(record -> RecordSelection.value(record, order.path()), FindRecords::compare);
        return order.descending() ? ascending.reversed() : ascending;
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.asString("").compareTo(other.asString(""));
    }
}
