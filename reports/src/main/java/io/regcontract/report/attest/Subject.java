package io.regcontract.report.attest;

import io.regcontract.contract.text.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The release that was judged.
 *
 * @param name what people call it; empty where a digest alone is meant
 * @param digests by algorithm, such as {@code sha256}; at least one
 */
public record Subject(String name, SortedMap<String, String> digests) {

    private static final int LONGEST_NAME = 500;
    private static final String FORM = "Write NAME@sha256:HEX, such as registry.example/app@sha256: and 64 digits.";

    public Subject {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /**
     * The subjects that somebody named, each as {@code NAME@ALGORITHM:HEX}. One name with several algorithms is one
     * subject.
     *
     * @throws AttestationException when one of them is none, or is there twice
     */
    public static List<Subject> named(List<String> texts) {
        var byName = new LinkedHashMap<String, SortedMap<String, String>>();
        for (var text : texts) {
            var one = parse(text);
            if (one.name().isEmpty()) {
                throw new AttestationException("The subject " + SafeText.typed(text) + " has no name.", FORM);
            }
            one.digests().forEach((algorithm, digest) -> {
                var before = byName.computeIfAbsent(one.name(), name -> new TreeMap<>())
                        .putIfAbsent(algorithm, digest);
                if (before != null) {
                    throw new AttestationException(
                            "The subject " + SafeText.typed(one.name()) + " is there with two digests of " + algorithm
                                    + ".",
                            "Give each name one.");
                }
            });
        }
        var subjects = new ArrayList<Subject>();
        byName.forEach((name, digests) -> subjects.add(new Subject(name, digests)));
        return List.copyOf(subjects);
    }

    /**
     * The subject that somebody looks for: {@code NAME@ALGORITHM:HEX}, or {@code ALGORITHM:HEX} under whatever name.
     *
     * @throws AttestationException when it is none
     */
    public static Subject parse(String text) {
        // The last one: names of packages may begin with it.
        int at = text.lastIndexOf('@');
        var name = text.substring(0, Math.max(at, 0));
        var digest = text.substring(at + 1);
        int colon = digest.indexOf(':');
        if (colon < 0) {
            throw new AttestationException("The subject " + SafeText.typed(text) + " has no digest.", FORM);
        }
        if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new AttestationException(
                    "The name of the subject " + SafeText.typed(text) + " is longer than " + LONGEST_NAME
                            + " characters, or has control characters.",
                    "Write it on one line.");
        }
        var key = digest.substring(0, colon);
        var hex = digest.substring(colon + 1);
        if (DigestAlgorithm.TOO_WEAK.contains(key)) {
            throw new AttestationException(
                    "The subject " + SafeText.typed(text) + " is named by " + key
                            + ", and another file can be made that has the same digest.",
                    "Take its sha256.");
        }
        var algorithm = DigestAlgorithm.of(key)
                .orElseThrow(() -> new AttestationException(
                        "The subject " + SafeText.typed(text) + " is named by " + SafeText.typed(key)
                                + ", which is no digest that in-toto knows with a fixed length.",
                        "Take sha256, or another of " + known() + "."));
        if (!algorithm.matches(hex)) {
            throw new AttestationException(
                    "The digest of the subject " + SafeText.typed(text) + " is no " + key + ".",
                    "It has " + algorithm.form() + ".");
        }
        return new Subject(name, new TreeMap<>(Map.of(key, hex)));
    }

    private static String known() {
        return Arrays.stream(DigestAlgorithm.values()).map(DigestAlgorithm::key).collect(Collectors.joining(", "));
    }

    /**
     * Whether this is the one that is looked for: its name, if it has one, and its digests. Of the algorithms that both
     * have, one that differs is enough to tell two releases apart.
     */
    boolean is(Subject wanted) {
        var common = new TreeMap<>(digests);
        common.keySet().retainAll(wanted.digests().keySet());
        common.keySet().removeIf(key -> DigestAlgorithm.of(key).isEmpty());
        return (wanted.name().isEmpty() || wanted.name().equals(name))
                && !common.isEmpty()
                && common.entrySet().stream()
                        .allMatch(digest -> Objects.equals(wanted.digests().get(digest.getKey()), digest.getValue()));
    }

    /** As people write it, on one line. */
    @Override
    public String toString() {
        return digests.entrySet().stream()
                .map(digest -> (name.isEmpty() ? "" : SafeText.text(name) + "@") + SafeText.text(digest.getKey()) + ":"
                        + digest.getValue().replaceAll("[^0-9a-zA-Z+/=_-]", "?"))
                .collect(Collectors.joining(", "));
    }
}
