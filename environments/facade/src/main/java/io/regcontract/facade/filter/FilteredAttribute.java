package io.regcontract.facade.filter;

import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.schema.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** An attribute in a filter, compared by what its type holds: numbers, points in time, or text. */
record FilteredAttribute(AttributePath path, String type) {

    /** The values of a record, none where there is none or null. */
    List<JsonNode> in(JsonNode record) {
        var found = new ArrayList<JsonNode>();
        collect(record, 0, found);
        return found;
    }

    private void collect(JsonNode holder, int depth, List<JsonNode> found) {
        if (holder.isArray()) {
            holder.forEach(element -> collect(element, depth, found));
        } else if (depth == path.steps().size()) {
            if (!holder.isNull() && !holder.isMissingNode()) {
                found.add(holder);
            }
        } else {
            collect(holder.path(path.steps().get(depth).name()), depth + 1, found);
        }
    }

    /** @throws Refusal when the value is none of the type */
    Predicate<JsonNode> compared(String comparison, String value) {
        var wanted = comparable(value);
        var kept = kept(comparison);
        return record ->
                in(record).stream().anyMatch(held -> kept.test(Integer.signum(compare(held.asString(), wanted))));
    }

    private static IntPredicate kept(String comparison) {
        return switch (comparison) {
            case "=" -> order -> order == 0;
            case "!=" -> order -> order != 0;
            case "<" -> order -> order < 0;
            case "<=" -> order -> order <= 0;
            case ">" -> order -> order > 0;
            default -> order -> order >= 0;
        };
    }

    private Object comparable(String text) {
        return switch (type) {
            case "integer", "decimal", "id" -> number(text);
            case "date", "dateTime" ->
                Times.moment(text, Instant.now()).orElseThrow(() -> wrong("'" + text + "' is no point in time"));
            default -> text;
        };
    }

    private int compare(String held, Object wanted) {
        if (wanted instanceof BigDecimal number) {
            return number(held).compareTo(number);
        }
        if (wanted instanceof Instant time) {
            return Times.moment(held, time).orElse(Instant.EPOCH).compareTo(time);
        }
        return held.compareTo(wanted.toString());
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw wrong("'" + text + "' is no number");
        }
    }

    private static Refusal wrong(String why) {
        return Refusal.invalid("filter", why);
    }
}
