package io.regcontract.environment;

import io.regcontract.contract.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a kind of environment is expected to lack, and why. Elsewhere not-drivable is a gap. */
public final class KindExpectations {

    private static final String RESOURCE = "kinds.yaml";

    private final Map<Kind, List<Lacking>> byKind;

    private KindExpectations(Map<Kind, List<Lacking>> byKind) {
        this.byKind = byKind;
    }

    /** What the project knows of the kinds. */
    public static KindExpectations load() {
        var byKind = new EnumMap<Kind, List<Lacking>>(Kind.class);
        for (var kind : Kind.values()) {
            byKind.put(kind, new ArrayList<>());
        }
        for (JsonNode entry : YamlDocument.parse(RESOURCE, resource()).json()) {
            var lacking = new Lacking(
                    Capability.valueOf(entry.required("capability").stringValue()),
                    entry.required("reason").stringValue());
            for (JsonNode kind : entry.required("kinds")) {
                byKind.get(Kind.valueOf(kind.stringValue().toUpperCase(Locale.ROOT)))
                        .add(lacking);
            }
        }
        return new KindExpectations(byKind);
    }

    /** What a kind lacks, where no profile offers it; nothing when everything can be driven. */
    public List<Lacking> lackingIn(Kind kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    /** What its kind lacks and the profile does not offer either. */
    public List<Lacking> lackingIn(Profile profile) {
        var offered = profile.capabilities();
        return lackingIn(profile.kind()).stream()
                .filter(lacking -> !offered.contains(lacking.capability()))
                .toList();
    }

    private static String resource() {
        try (var stream = KindExpectations.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar of environments");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
