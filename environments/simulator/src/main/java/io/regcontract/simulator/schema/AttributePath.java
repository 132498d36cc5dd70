package io.regcontract.simulator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way to an attribute: {@code /primaryAddress/city}, {@code primaryAddress.city}, and with the id of an element
 * of a plural {@code /profiles#18178/domain}.
 */
public record AttributePath(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("([^#]+)(?:#([0-9]{1,18}))?");

    /** One name on the way, with the id of an element when one is meant. */
    public record Step(String name, OptionalLong element) {
        @Override
        public String toString() {
            return element.isPresent() ? name + "#" + element.getAsLong() : name;
        }
    }

    /** Reads a path; empty when the text is none. */
    public static Optional<AttributePath> parse(String text) {
        var steps = new ArrayList<Step>();
        var relative = text.startsWith("/") ? text.substring(1) : text;
        for (var part : relative.split("[/.]", -1)) {
            var matcher = STEP.matcher(part);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            var id = matcher.group(2);
            steps.add(new Step(
                    matcher.group(1), id == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id))));
        }
        return Optional.of(new AttributePath(List.copyOf(steps)));
    }

    /** The path as answers write it: with a leading slash. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("/", "/", ""));
    }

    /** The path to the definition: without the ids of elements. */
    public String withoutIds() {
        return steps.stream().map(Step::name).collect(Collectors.joining("/", "/", ""));
    }

    /** The path that goes on from here. */
    public AttributePath then(AttributePath rest) {
        return new AttributePath(
                Stream.concat(steps.stream(), rest.steps.stream()).toList());
    }

    /** The last step. */
    public Step last() {
        return steps.get(steps.size() - 1);
    }
}
