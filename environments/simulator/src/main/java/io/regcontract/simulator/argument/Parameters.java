package io.regcontract.simulator.argument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a call as they were sent, from wherever in the request they came; a name may come several times.
 */
public final class Parameters {

    /** Parameters that every operation takes: they name the caller and the application. */
    static final Set<String> OF_EVERY_CALL =
            Set.of("client_id", "client_secret", "application_id", "access_token", "creation_token");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** Adds a parameter. */
    public Parameters add(String name, String value) {
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        return this;
    }

    /** Whether none was sent. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Names of all parameters that were sent. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** Names of all parameters that were sent, in alphabetical order. */
    public Collection<String> sortedNames() {
        return values.size() < 2 ? values.keySet() : new TreeSet<>(values.keySet());
    }

    /** How many characters names and values have together. */
    public long characters() {
        long characters = 0;
        for (var each : values.entrySet()) {
            for (var value : each.getValue()) {
                characters += each.getKey().length() + value.length();
            }
        }
        return characters;
    }

    /** Every value sent under the name. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The first value sent under the name that is not empty. */
    public Optional<String> given(String name) {
        for (var value : values.getOrDefault(name, List.of())) {
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Whether values that are not empty were sent under the name, and not all the same. */
    boolean hasDifferentValues(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.size() > 1
                && all.stream().filter(value -> !value.isEmpty()).distinct().count() > 1;
    }

    /** The first value sent under the name, even when it is empty. */
    public Optional<String> sent(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }
}
