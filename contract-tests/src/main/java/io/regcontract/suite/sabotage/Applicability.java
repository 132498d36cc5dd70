package io.regcontract.suite.sabotage;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.sabotage.Exclusion.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which sabotage applies to which requirement. Each applies to all, except for the exclusions in
 * {@code applicability.yaml}, which give their reasons.
 */
public final class Applicability {

    private static final String TABLE = "applicability.yaml";
    private static final Set<String> KEYS = Set.of("sabotages", "codes", "where", "on", "because");

    private final List<Exclusion> exclusions;

    private Applicability(List<Exclusion> exclusions) {
        this.exclusions = List.copyOf(exclusions);
    }

    /** The table of the suite. */
    public static Applicability load() {
        try (var in = Applicability.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing from the jar of the suite");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A table as YAML.
     *
     * @throws IllegalArgumentException when it names something that does not exist, or gives no reason
     */
    static Applicability parse(String yaml) {
        var exclusions = new ArrayList<Exclusion>();
        var table = new YAMLMapper().readTree(yaml);
        for (var i = 0; i < table.size(); i++) {
            exclusions.add(new Entry(TABLE + ", entry " + (i + 1), table.get(i)).exclusion());
        }
        return new Applicability(exclusions);
    }

    /** All exclusions. */
    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /** The exclusions of one sabotage. */
    public List<Exclusion> of(Sabotage sabotage) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.sabotages().contains(sabotage.id()))
                .toList();
    }

    /** Why a sabotage does not apply to a recorded answer; empty if it does. */
    public Optional<Exclusion> against(Sabotage sabotage, RecordedAnswer recorded, SabotageContext context) {
        return exclusions.stream()
                .filter(exclusion -> !exclusion.onlyOnTheWire())
                .filter(exclusion -> exclusion.concerns(sabotage, recorded, context))
                .findFirst();
    }

    /** Why a sabotage does not apply through a real socket; there a few more do not. */
    public Optional<Exclusion> againstOnTheWire(Sabotage sabotage, RecordedAnswer recorded, SabotageContext context) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.concerns(sabotage, recorded, context))
                .findFirst();
    }

    /** One entry, read strictly: a typing error would silently exclude pairs from the proof. */
    private record Entry(String place, JsonNode node) {

        Exclusion exclusion() {
            var unknown = new TreeSet<>(node.propertyNames());
            unknown.removeAll(KEYS);
            require(
                    unknown.isEmpty(),
                    "has the unknown key " + String.join(", ", unknown) + "; known are "
                            + KEYS.stream().sorted().collect(Collectors.joining(", ")));
            require(node.path("sabotages").isArray(), "names no sabotages, a list of ids");
            var sabotages = strings("sabotages");
            sabotages.forEach(id ->
                    require(Sabotages.named(id).isPresent(), "names the sabotage '" + id + "', which there is not"));
            var because = node.path("because").asString("").strip();
            require(!because.isEmpty(), "gives no reason in 'because'");
            require(
                    (node.path("codes").size() > 0) != node.has("where"),
                    "says neither which codes it concerns nor where it holds, or both");
            require(
                    !node.has("on") || node.path("on").asString("").equals("wire"),
                    "can be narrowed to 'on: wire' and to nothing else");
            return new Exclusion(sabotages, codes(), rule(), node.has("on"), because);
        }

        private Set<Integer> codes() {
            var codes = new LinkedHashSet<Integer>();
            for (var code : node.path("codes")) {
                require(
                        code.isInt() && ErrorCode.of(code.intValue()).isPresent(),
                        "names the code " + code + ", which is not documented");
                codes.add(code.intValue());
            }
            return codes;
        }

        private Optional<Rule> rule() {
            try {
                return node.has("where")
                        ? Optional.of(Rule.of(node.path("where").asString("")))
                        : Optional.empty();
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(place + ": " + unknown.getMessage(), unknown);
            }
        }

        private List<String> strings(String key) {
            return node.path(key).valueStream().map(value -> value.asString("")).toList();
        }

        private void require(boolean holds, String problem) {
            if (!holds) {
                throw new IllegalArgumentException(place + " " + problem);
            }
        }
    }
}
