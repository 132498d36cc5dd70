package io.regcontract.report.policy;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads files of waivers that keep their format, and refuses ids that are taken, impossible days and placeholders. */
final class WaiverReader {

    /** What a template has where a person must decide; see {@link WaiverTemplate}. */
    static final String PLACEHOLDER = "FILL-IN";

    private final List<Problem> problems;
    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<String, String> placesById = new HashMap<>();

    WaiverReader(List<Problem> problems) {
        this.problems = problems;
    }

    List<Waiver> waivers() {
        return waivers;
    }

    void read(YamlDocument document) {
        for (int index = 0; index < document.json().get("waivers").size(); index++) {
            read(document, "/waivers/" + index, document.json().get("waivers").get(index));
        }
    }

    private void read(YamlDocument document, String pointer, JsonNode json) {
        findPlaceholders(document, pointer, json);
        var id = json.get("id").stringValue();
        var first = placesById.putIfAbsent(id, document.place(pointer + "/id"));
        if (first != null) {
            problems.add(document.problem(
                    pointer + "/id", id + " is taken, by " + first, "Give each waiver an id of its own."));
        }
        var created = PolicyReader.day(document, pointer + "/created", problems);
        var expires = PolicyReader.day(document, pointer + "/expires", problems);
        if (created.isEmpty() || expires.isEmpty()) {
            return;
        }
        PolicyReader.longest(
                document,
                pointer + "/expires",
                created.get(),
                expires.get(),
                Waiver.LONGEST_IN_DAYS,
                "created",
                problems);
        var environments = new TreeSet<String>();
        json.get("environments").forEach(environment -> environments.add(environment.stringValue()));
        waivers.add(new Waiver(
                id,
                Glob.of(json.get("requirement").stringValue()),
                Collections.unmodifiableSortedSet(environments),
                json.get("check").stringValue(),
                json.has("actual")
                        ? new ToleratedValue.Text(json.get("actual").stringValue())
                        : new ToleratedValue.Digest(json.get("actual-sha256").stringValue()),
                json.get("reason").stringValue(),
                json.get("issue").stringValue(),
                json.get("owner").stringValue(),
                created.get(),
                expires.get(),
                json.get("strict").booleanValue(),
                document.place(pointer + "/id")));
    }

    private void findPlaceholders(YamlDocument document, String pointer, JsonNode json) {
        for (var entry : json.properties()) {
            // A service may have answered the placeholder itself.
            if (!entry.getKey().equals("actual")) {
                findPlaceholder(document, pointer + "/" + entry.getKey(), entry.getValue());
            }
        }
    }

    private void findPlaceholder(YamlDocument document, String pointer, JsonNode json) {
        for (int index = 0; index < json.size(); index++) {
            findPlaceholder(document, pointer + "/" + index, json.get(index));
        }
        if (json.isString() && json.stringValue().contains(PLACEHOLDER)) {
            problems.add(document.problem(
                    pointer, "this is still as it was printed", "Replace what stands here by what you know."));
        }
    }
}
