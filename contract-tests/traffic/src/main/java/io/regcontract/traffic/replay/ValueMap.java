package io.regcontract.traffic.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the recorded service made up, and what the simulator made up in its place: ids, uuids, tokens, codes, clients, secrets
 * and times, each learned where it first appeared in an answer.
 */
final class ValueMap {

    /** Short ones could stand in a text by chance; they are replaced only where they are the whole value. */
    private static final int SHORTEST_INSIDE_A_TEXT = 12;

    private static final Pattern ELEMENT_ID = Pattern.compile("#([0-9]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:+ -]{10,}[A-Za-z0-9]");
    private static final Set<String> MADE_UP = Set.of(
            "uuid",
            "id",
            "access_token",
            "accesstoken",
            "refresh_token",
            "authorizationcode",
            "authorization_code",
            "creation_token",
            "verification_code",
            "client_id",
            "client_secret",
            "new_secret",
            "created",
            "lastupdated",
            "results",
            "uuid_results",
            "result",
            "code");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> answered = new HashSet<>();

    /** Takes note of what a recorded answer made up, whether or not it was repeated. */
    void saw(JsonNode recorded) {
        each("", recorded, (name, node) -> answered.add(node.asString("")));
    }

    /** Whether an answer of the recording had this value. */
    boolean wasAnswered(String value) {
        return answered.contains(value);
    }

    /** Learns from an answer and the one that the simulator gave in its place. */
    void learn(JsonNode recorded, JsonNode replayed) {
        learn("", recorded, replayed);
    }

    private void learn(String name, JsonNode recorded, JsonNode replayed) {
        if (recorded.isObject() && replayed.isObject()) {
            recorded.properties().forEach(member -> {
                var other = replayed.get(member.getKey());
                if (other != null) {
                    learn(member.getKey(), member.getValue(), other);
                }
            });
        } else if (recorded.isArray() && replayed.isArray()) {
            for (int index = 0; index < Math.min(recorded.size(), replayed.size()); index++) {
                learn(name, recorded.get(index), replayed.get(index));
            }
        } else if (MADE_UP.contains(name.toLowerCase(Locale.ROOT))) {
            if (recorded.isString() && replayed.isString()) {
                put(recorded.stringValue(), replayed.stringValue());
            } else if (recorded.isIntegralNumber() && replayed.isIntegralNumber()) {
                numbers.putIfAbsent(recorded.asString(), replayed.asString());
            }
        }
    }

    /** Says what stands for a value. */
    void put(String recorded, String replayed) {
        texts.putIfAbsent(recorded, replayed);
    }

    boolean knows(String value) {
        return texts.containsKey(value) || numbers.containsKey(value);
    }

    /** A value of a request with all that is known in it replaced. */
    String mapped(String value) {
        if (texts.containsKey(value)) {
            return texts.getOrDefault(value, value);
        }
        if (numbers.containsKey(value)) {
            return numbers.getOrDefault(value, value);
        }
        var words = WORD.matcher(value).replaceAll(found -> quoted(inside(found.group())));
        return ELEMENT_ID
                .matcher(words)
                .replaceAll(found -> "#" + numbers.getOrDefault(found.group(1), found.group(1)));
    }

    private String inside(String word) {
        if (texts.containsKey(word)) {
            return texts.getOrDefault(word, word);
        }
        var replaced = word;
        // The longest first: one may be a part of another.
        var within = new TreeMap<Integer, String>((one, other) -> Integer.compare(other, one));
        texts.keySet().stream()
                .filter(known -> known.length() >= SHORTEST_INSIDE_A_TEXT && word.contains(known))
                .forEach(known -> within.put(known.length(), known));
        for (var known : within.values()) {
            replaced = replaced.replace(known, texts.getOrDefault(known, known));
        }
        return replaced;
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** What a name and a leaf are given to. */
    private interface Leaf {
        void at(String name, JsonNode node);
    }

    private static void each(String name, JsonNode node, Leaf leaf) {
        if (node.isObject()) {
            node.properties().forEach(member -> each(member.getKey(), member.getValue(), leaf));
        } else if (node.isArray()) {
            List.copyOf(node.valueStream().toList()).forEach(element -> each(name, element, leaf));
        } else {
            leaf.at(name, node);
        }
    }
}
