package io.regcontract.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which codes a kind of environment is expected not to be drivable into, and why. Elsewhere not-drivable is a gap. */
public final class KindExpectations {

    private static final String RESOURCE = "kinds.yaml";

    private final Map<Kind, List<NotDrivable>> byKind;

    private KindExpectations(Map<Kind, List<NotDrivable>> byKind) {
        this.byKind = byKind;
    }

    /** What the project knows of the kinds. */
    public static KindExpectations load() {
        var byKind = new EnumMap<Kind, List<NotDrivable>>(Kind.class);
        for (var kind : Kind.values()) {
            byKind.put(kind, new ArrayList<>());
        }
        for (JsonNode entry : YamlDocument.parse(RESOURCE, resource()).json()) {
            var notDrivable = new NotDrivable(
                    entry.required("code").intValue(), entry.required("reason").stringValue());
            for (JsonNode kind : entry.required("kinds")) {
                byKind.get(Kind.valueOf(kind.stringValue().toUpperCase(Locale.ROOT)))
                        .add(notDrivable);
            }
        }
        return new KindExpectations(byKind);
    }

    /** In order of code; empty when everything can be driven. */
    public List<NotDrivable> notDrivableIn(Kind kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    /** Those of its kind, and those that a profile adds; of each code the profile's own reason. */
    public List<NotDrivable> notDrivableIn(Profile profile) {
        var own = profile.notDrivable();
        return Stream.concat(
                        notDrivableIn(profile.kind()).stream()
                                .filter(expected -> own.stream().noneMatch(added -> added.code() == expected.code())),
                        own.stream())
                .sorted(Comparator.comparingInt(NotDrivable::code))
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
