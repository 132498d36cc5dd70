package io.regcontract.facade.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A path of an attribute, such as {@code primaryAddress.city}, {@code /primaryAddress/city} or {@code statuses#17.text}.
 *
 * @param steps from the record down
 */
public record AttributePath(List<Step> steps) {

    private static final Pattern SEPARATOR = Pattern.compile("[./]");
    private static final Pattern STEP = Pattern.compile("([^#]+)(?:#([0-9]{1,18}))?");

    /**
     * One attribute on the way.
     *
     * @param element id of an element of a plural
     */
    public record Step(String name, OptionalLong element) {}

    /** Reads a path; empty when it is none. */
    public static Optional<AttributePath> parse(String text) {
        var bare = text.startsWith("/") ? text.substring(1) : text;
        List<Step> steps = new ArrayList<>();
        for (var part : SEPARATOR.split(bare, -1)) {
            var step = STEP.matcher(part);
            if (!step.matches()) {
                return Optional.empty();
            }
            steps.add(new Step(
                    step.group(1),
                    step.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(step.group(2)))));
        }
        return Optional.of(new AttributePath(List.copyOf(steps)));
    }

    /** The definition that it leads to, starting among these; empty where there is none. */
    public Optional<Attribute> definition(List<Attribute> attributes) {
        Optional<Attribute> found = Optional.empty();
        var level = attributes;
        for (var step : steps) {
            found = Attribute.named(level, step.name());
            if (found.isEmpty()) {
                return found;
            }
            level = found.get().children();
        }
        return found;
    }
}
