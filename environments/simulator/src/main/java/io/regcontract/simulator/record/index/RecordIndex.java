package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The index of one attribute.
 *
 * @param path without ids of elements
 * @param isSingle whether a record has one value of it at most; only then has a record without one an entry, too
 */
public record RecordIndex(AttributePath path, AttributeDefinition definition, boolean isSingle) {

    private static final Instant YEAR_ZERO = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant YEAR_TEN_THOUSAND = Instant.parse("+10000-01-01T00:00:00Z");

    /** The name of the index. */
    public String name() {
        return path.toString();
    }

    /** How the entries of a record are made. */
    IndexRule<StoredRecord> rule() {
        return new IndexRule<>(
                "1 " + ValueKind.of(definition) + (definition.caseSensitive() ? " exact" : "")
                        + (isSingle ? " single" : ""),
                this::entries);
    }

    private Collection<String> entries(StoredRecord record) {
        return switch (name()) {
            case "/uuid" -> List.of(IndexKeys.of(ValueKind.folded(definition, record.uuid())));
            case "/created" -> List.of(IndexKeys.of(record.created()));
            case "/lastUpdated" -> List.of(IndexKeys.of(record.lastUpdated()));
            default -> entries(record.values());
        };
    }

    private Collection<String> entries(JsonNode values) {
        var found = IndexedValue.at(values, path);
        if (found.isEmpty()) {
            return isSingle ? List.of(IndexKeys.NOTHING) : List.of();
        }
        if (found.size() == 1) {
            return List.of(entry(found.get(0)));
        }
        var entries = new ArrayList<String>(found.size());
        found.forEach(value -> entries.add(entry(value)));
        return entries;
    }

    /** The entry of a stored value. */
    String entry(JsonNode value) {
        return ValueKind.comparable(definition, value)
                .map(IndexKeys::of)
                .orElseGet(() -> IndexKeys.odd(value.isString() ? value.stringValue() : value.toString()));
    }

    /** Where the entries of the records are that may meet a condition; empty when the index does not help. */
    Optional<KeyRange> range(SearchCondition condition) {
        if (condition.comparison() == SearchCondition.Comparison.IS_NOTHING) {
            return isSingle ? Optional.of(new KeyRange(IndexKeys.NOTHING, IndexKeys.firstValue())) : Optional.empty();
        }
        var entry = IndexKeys.of(condition.value());
        var at = entry + ' ';
        // The character after the space that ends an entry: what is longer begins with a greater one.
        var after = entry + '!';
        boolean isExact = IndexKeys.isExact(condition.value());
        var first = IndexKeys.firstValue();
        return Optional.of(
                switch (condition.comparison()) {
                    case EQUAL -> new KeyRange(at, after);
                    case LESS -> new KeyRange(first, isExact ? at : after);
                    case AT_MOST -> new KeyRange(first, after);
                    case GREATER -> new KeyRange(isExact ? after : at, KeyRange.ALL.before());
                    case AT_LEAST -> new KeyRange(at, KeyRange.ALL.before());
                    case IS_NOTHING -> throw new IllegalStateException("answered above");
                });
    }

    /** Where the entries of the records are that may hold a text; empty when the attribute holds none. */
    public Optional<KeyRange> range(String text) {
        return ValueKind.of(definition) == ValueKind.TEXT
                ? range(new SearchCondition(path, SearchCondition.Comparison.EQUAL, ValueKind.folded(definition, text)))
                : Optional.empty();
    }

    /** Whether all records with an entry in the range of a condition meet it, and no other ones do. */
    boolean isExact(SearchCondition condition) {
        return isSingle
                && (condition.comparison() == SearchCondition.Comparison.IS_NOTHING
                        || IndexKeys.isExact(condition.value()));
    }

    /** Whether sorted records stand in the order of the index, as long as no entry is {@link #unsorted}. */
    boolean isSorted() {
        return isSingle
                && switch (definition.type()) {
                    case INTEGER, BOOLEAN -> true;
                    case STRING ->
                        definition.caseSensitive()
                                && definition.length().isPresent()
                                && definition.length().getAsInt() < IndexKeys.LONGEST_TEXT;
                    case DATE_TIME -> isOfEveryRecord();
                    default -> false;
                };
    }

    /** Where the entries are that searches sort elsewhere than the index does. */
    List<KeyRange> unsorted() {
        var odd = new KeyRange(IndexKeys.firstOdd(), IndexKeys.firstValue());
        if (definition.type() == AttributeType.DATE_TIME) {
            // Searches sort times by their texts.
            return List.of(
                    odd,
                    new KeyRange(IndexKeys.firstValue(), IndexKeys.of(YEAR_ZERO)),
                    new KeyRange(IndexKeys.of(YEAR_TEN_THOUSAND), KeyRange.ALL.before()));
        }
        return List.of(odd);
    }

    private boolean isOfEveryRecord() {
        return name().equals("/created") || name().equals("/lastUpdated");
    }

    /** The keys of the records whose ids meet a condition. */
    static KeyRange ids(SearchCondition condition) {
        if (condition.comparison() == SearchCondition.Comparison.IS_NOTHING) {
            return new KeyRange("", "");
        }
        var value = (BigDecimal) condition.value();
        return switch (condition.comparison()) {
            case EQUAL -> new KeyRange(from(value, false), from(value, true));
            case LESS -> new KeyRange("", from(value, false));
            case AT_MOST -> new KeyRange("", from(value, true));
            case GREATER -> new KeyRange(from(value, true), KeyRange.ALL.before());
            case AT_LEAST -> new KeyRange(from(value, false), KeyRange.ALL.before());
            case IS_NOTHING -> throw new IllegalStateException("answered above");
        };
    }

    /** The key of the first id that is not less than a number, or is greater. */
    private static String from(BigDecimal number, boolean beyond) {
        if (number.signum() < 0) {
            return "";
        }
        if (number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
            return KeyRange.ALL.before();
        }
        long floor = number.longValue();
        boolean isWhole = BigDecimal.valueOf(floor).compareTo(number) == 0;
        return IndexKeys.row(isWhole && !beyond ? floor : floor + 1);
    }
}
