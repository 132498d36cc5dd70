package io.regcontract.suite.replay;

import io.regcontract.suite.replay.Template.Literal;
import io.regcontract.suite.replay.Template.Part;
import io.regcontract.suite.replay.Template.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What differs between two runs of one scenario, value by value under one name: what was given, and what a service made. */
final class GeneratedValues {

    /** Shorter values are found where they do not belong; they count only where they are all there is. */
    private static final int SAFE = 6;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final List<Pair> given;
    private final List<Pair> known = new ArrayList<>();
    private final Map<String, Use> used = new TreeMap<>();

    /** A variable as it stands in a request: its source, and what became of it. */
    record Use(String source, ValueTransformation change) {}

    /** A value of each of the two runs. */
    record Pair(String variable, String a, String b) {

        String value(boolean first) {
            return first ? a : b;
        }
    }

    /**
     * Begins with what is known before the first answer.
     *
     * @param name what variables begin with
     * @param given what each run was told
     */
    GeneratedValues(String name, List<Pair> given) {
        this.name = name;
        this.given = List.copyOf(given);
        known.addAll(given);
    }

    /** Learns from two answers to the same request; returns the new variables with their places. */
    Map<String, String> learn(String a, String b) {
        try {
            var places = new LinkedHashMap<String, String>();
            learn(JSON.readTree(a), JSON.readTree(b), "", places);
            return places;
        } catch (JacksonException notJson) {
            return Map.of();
        }
    }

    private void learn(JsonNode a, JsonNode b, String pointer, Map<String, String> places) {
        if (a.isObject()) {
            a.properties()
                    .forEach(member ->
                            learn(member.getValue(), b.path(member.getKey()), pointer + "/" + member.getKey(), places));
        } else if (a.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                learn(a.get(i), b.path(i), pointer + "/" + i, places);
            }
        } else if (a.isValueNode() && b.isValueNode() && !a.isNull() && !b.isNull()) {
            var one = a.asString("");
            var other = b.asString("");
            // A value that differs in what was given alone is one we sent.
            var made = !withoutGiven(one, true).equals(withoutGiven(other, false));
            if (made
                    && known.stream()
                            .noneMatch(pair -> pair.a().equals(one) && pair.b().equals(other))) {
                var variable = name + "v" + known.size();
                known.add(new Pair(variable, one, other));
                places.put(variable, pointer);
            }
        }
    }

    private String withoutGiven(String text, boolean first) {
        var rest = text;
        for (var pair : given) {
            rest = rest.replace(pair.value(first), "");
        }
        return rest;
    }

    /**
     * One text of the requests, as it was in each run.
     *
     * @throws IllegalStateException when the two differ in what no answer has given
     */
    Template explain(String where, String a, String b) {
        if (a.equals(b)) {
            return Template.literal(a);
        }
        for (var candidate : candidates(true)) {
            if (candidate.value().equals(a) && candidate.other().equals(b)) {
                return new Template(List.of(new Variable(used(candidate))));
            }
        }
        var parts = split(a, true);
        if (!named(parts).equals(named(split(b, false)))) {
            throw new IllegalStateException(where + " was \"" + a + "\" once and then \"" + b
                    + "\", and no answer before it explains the difference");
        }
        return new Template(parts.stream()
                .<Part>map(part -> part instanceof Candidate candidate
                        ? new Variable(used(candidate))
                        : new Literal((String) part))
                .toList());
    }

    private static List<Object> named(List<Object> parts) {
        return parts.stream()
                .map(part -> part instanceof Candidate candidate ? new Variable(candidate.variable()) : part)
                .toList();
    }

    private String used(Candidate candidate) {
        if (!given.contains(candidate.pair())) {
            used.put(candidate.variable(), new Use(candidate.pair().variable(), candidate.change()));
        }
        return candidate.variable();
    }

    /** The variables that requests turned out to need. */
    Map<String, Use> used() {
        return used;
    }

    /** A known value, as it is or changed, that may stand in a request of the first run, or of the second. */
    private record Candidate(Pair pair, ValueTransformation change, boolean first) {

        String variable() {
            return change.named(pair.variable());
        }

        String value() {
            return change.of(pair.value(first));
        }

        String other() {
            return change.of(pair.value(!first));
        }

        boolean standsAt(int at, String text) {
            var value = value();
            if (!text.startsWith(value, at)) {
                return false;
            }
            if (!NUMBER.matcher(value).matches()) {
                return value.length() >= SAFE;
            }
            var end = at + value.length();
            // Small numbers are everywhere; as a part of a text one counts where it names an element, as in cards#8.
            return at > 0
                    && text.charAt(at - 1) == '#'
                    && (end == text.length() || !Character.isDigit(text.charAt(end)));
        }
    }

    /** The longest first; a change that changes nothing is none. */
    private List<Candidate> candidates(boolean first) {
        return known.stream()
                .flatMap(pair ->
                        Arrays.stream(ValueTransformation.values()).map(change -> new Candidate(pair, change, first)))
                .filter(candidate -> candidate.change() == ValueTransformation.NONE
                        || !candidate.value().equals(candidate.pair().value(first)))
                .sorted(Comparator.comparingInt(
                                (Candidate candidate) -> candidate.value().length())
                        .reversed()
                        .thenComparing(Candidate::change))
                .toList();
    }

    /** Texts and candidates, as they follow each other. */
    private List<Object> split(String text, boolean first) {
        var candidates = candidates(first);
        var parts = new ArrayList<Object>();
        var literal = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var start = at;
            var found = candidates.stream()
                    .filter(candidate -> candidate.standsAt(start, text))
                    .findFirst();
            if (found.isEmpty()) {
                literal.append(text.charAt(at));
                at++;
            } else {
                if (!literal.isEmpty()) {
                    parts.add(literal.toString());
                    literal.setLength(0);
                }
                parts.add(found.get());
                at += found.get().value().length();
            }
        }
        if (!literal.isEmpty()) {
            parts.add(literal.toString());
        }
        return parts;
    }
}
