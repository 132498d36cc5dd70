package io.regcontract.report.attest;

import io.regcontract.contract.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An in-toto Statement v1 with the predicate test-result v0.1: which release was judged, what came of it, and by what it
 * was judged.
 *
 * @param configuration what it was judged by
 * @param url where the run is found
 * @param judging what in-toto has no field for; empty in a statement by another tool
 */
record Statement(
        List<Subject> subjects,
        TestResult result,
        List<ResourceDescriptor> configuration,
        Optional<String> url,
        RequirementResults requirements,
        Optional<Judging> judging) {

    static final String TYPE = "https://in-toto.io/Statement/v1";
    static final String PREDICATE = "https://in-toto.io/attestation/test-result/v0.1";

    private static final String MADE_BY_ANOTHER = "Name a file that gate --attest wrote.";

    Statement {
        subjects = List.copyOf(subjects);
        configuration = List.copyOf(configuration);
    }

    /** The text of its file. */
    String text() {
        var json = JsonNodeFactory.instance.objectNode().put("_type", TYPE);
        var all = json.putArray("subject");
        subjects.forEach(subject -> {
            var digests = all.addObject().put("name", subject.name()).putObject("digest");
            subject.digests().forEach(digests::put);
        });
        json.put("predicateType", PREDICATE);
        var predicate = json.putObject("predicate").put("result", result.name());
        var by = predicate.putArray("configuration");
        configuration.forEach(one -> by.add(one.json()));
        url.ifPresent(address -> predicate.put("url", address));
        requirements.passed().forEach(predicate.putArray("passedTests")::add);
        requirements.warned().forEach(predicate.putArray("warnedTests")::add);
        requirements.failed().forEach(predicate.putArray("failedTests")::add);
        judging.ifPresent(known -> predicate.set(Judging.FIELD, known.json()));
        return StrictJson.text(json);
    }

    /**
     * The statement in a payload. Fields that are not known are ignored, as in-toto demands.
     *
     * @throws AttestationException when it is none of this type
     */
    static Statement of(JsonNode json) {
        demand("_type", TYPE, json);
        demand("predicateType", PREDICATE, json);
        var predicate = json.path("predicate");
        var word = predicate.path("result").asString("");
        var result = TestResult.ofWord(word)
                .orElseThrow(() -> new AttestationException(
                        "Its result is " + SafeText.typed(word) + ", and in-toto knows PASSED, WARNED and FAILED.",
                        MADE_BY_ANOTHER));
        var statement = new Statement(
                subjects(json),
                result,
                configuration(predicate),
                predicate.path("url").stringValueOpt(),
                new RequirementResults(
                        names(predicate, "passedTests"),
                        names(predicate, "warnedTests"),
                        names(predicate, "failedTests")),
                Judging.in(predicate));
        if (result == TestResult.PASSED && !statement.requirements().failed().isEmpty()) {
            throw new AttestationException(
                    "It contradicts itself: PASSED, and "
                            + SafeText.count(statement.requirements().failed().size(), "failed test") + ".",
                    MADE_BY_ANOTHER);
        }
        return statement;
    }

    private static void demand(String field, String wanted, JsonNode json) {
        var given = json.path(field).asString("");
        if (!given.equals(wanted)) {
            throw new AttestationException(
                    "Its " + field + " is " + SafeText.typed(given) + ", and " + wanted + " was expected.",
                    MADE_BY_ANOTHER);
        }
    }

    private static List<Subject> subjects(JsonNode json) {
        var subjects = new ArrayList<Subject>();
        json.path("subject")
                .forEach(one -> subjects.add(new Subject(one.path("name").asString(""), digests(one))));
        if (subjects.isEmpty()
                || subjects.stream().anyMatch(subject -> subject.digests().isEmpty())) {
            throw new AttestationException("It has no subject, or one without a digest.", MADE_BY_ANOTHER);
        }
        return subjects;
    }

    private static List<ResourceDescriptor> configuration(JsonNode predicate) {
        if (!predicate.path("configuration").isArray()) {
            throw new AttestationException(
                    "It does not say by what the release was judged: it has no configuration.", MADE_BY_ANOTHER);
        }
        var configuration = new ArrayList<ResourceDescriptor>();
        predicate
                .path("configuration")
                .forEach(one -> configuration.add(new ResourceDescriptor(
                        one.path("name").asString(""),
                        one.path("uri").stringValueOpt(),
                        Optional.ofNullable(digests(one).get(DigestAlgorithm.SHA256.key())))));
        return configuration;
    }

    private static TreeMap<String, String> digests(JsonNode descriptor) {
        var digests = new TreeMap<String, String>();
        for (Map.Entry<String, JsonNode> digest : descriptor.path("digest").properties()) {
            digest.getValue().stringValueOpt().ifPresent(hex -> digests.put(digest.getKey(), hex));
        }
        return digests;
    }

    private static List<String> names(JsonNode predicate, String field) {
        var names = new ArrayList<String>();
        predicate.path(field).forEach(name -> names.add(name.asString("")));
        return names;
    }
}
