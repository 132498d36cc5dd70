package io.regcontract.suite.selftest;

import io.regcontract.check.Check.Weight;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.sabotage.Applicability;
import io.regcontract.suite.sabotage.Exclusion;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.Sabotages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the self-test found, as {@code self-test.json} (format {@code formats/self-test.schema.json}) and as a table.
 *
 * @param requirements how many requirements were recorded
 * @param offline the pairs played without a network
 * @param wire the pairs played through a real socket
 * @param excluded what the table takes out, by reason
 */
record SelfTestReport(
        int requirements,
        List<SabotagedRequirement> offline,
        List<SabotagedRequirement> wire,
        Map<Exclusion, List<SabotagedRequirement>> excluded) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        var contradicting = offline.stream().filter(SelfTestReport::contradicts).toList();
        var remarked = offline.stream().filter(pair -> !contradicts(pair)).toList();
        var report = new LinkedHashMap<String, Object>();
        report.put("format", "regcontract/self-test/1");
        report.put("requirements", requirements);
        report.putAll(section(contradicting));
        report.put("remarks", section(remarked));
        report.put("wire", section(wire));
        report.put("perCode", perCode(contradicting));
        report.put("perSabotage", perSabotage());
        return JSON.valueToTree(report);
    }

    /** Caught of all, a line a sabotage. */
    String table() {
        var lines = new StringBuilder(line("sabotage", "check", "caught/all", "on the wire"));
        var offlineBySabotage = by(offline, SabotagedRequirement::sabotage);
        var wireBySabotage = by(wire, SabotagedRequirement::sabotage);
        for (var sabotage : Sabotages.all()) {
            lines.append(line(
                    sabotage.id(),
                    sabotage.check(),
                    ratio(offlineBySabotage.getOrDefault(sabotage, List.of())),
                    ratio(wireBySabotage.getOrDefault(sabotage, List.of()))));
        }
        return lines.append(line("all", "", ratio(offline), ratio(wire))).toString();
    }

    private static <K> Map<K, List<SabotagedRequirement>> by(
            List<SabotagedRequirement> pairs, Function<SabotagedRequirement, K> key) {
        return pairs.stream().collect(Collectors.groupingBy(key));
    }

    private static String line(String sabotage, String check, String offline, String wire) {
        return String.format(Locale.ROOT, "  %-26s %-20s %14s %12s%n", sabotage, check, offline, wire);
    }

    private static String ratio(List<SabotagedRequirement> pairs) {
        return pairs.isEmpty()
                ? "-"
                : pairs.stream().filter(SabotagedRequirement::caught).count() + "/" + pairs.size();
    }

    private static boolean contradicts(SabotagedRequirement pair) {
        return pair.sabotage().weight() == Weight.MUST;
    }

    private static Map<String, Object> section(List<SabotagedRequirement> pairs) {
        var section = counts(pairs);
        section.put(
                "survivors",
                pairs.stream()
                        .filter(pair -> !pair.caught())
                        .map(SelfTestReport::survivor)
                        .toList());
        return section;
    }

    private static Map<String, Object> counts(List<SabotagedRequirement> pairs) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("pairs", pairs.size());
        counts.put("caught", pairs.stream().filter(SabotagedRequirement::caught).count());
        return counts;
    }

    private static Map<String, Object> survivor(SabotagedRequirement pair) {
        var survivor = new LinkedHashMap<String, Object>();
        survivor.put("requirement", pair.requirement().id());
        survivor.put("sabotage", pair.sabotage().id());
        survivor.put("expected", pair.check());
        survivor.put("came", pair.came());
        return survivor;
    }

    private List<Map<String, Object>> perCode(List<SabotagedRequirement> contradicting) {
        var offlineByCode = by(contradicting, pair -> pair.requirement().code());
        var wireByCode = by(wire, pair -> pair.requirement().code());
        var perCode = new ArrayList<Map<String, Object>>();
        for (var code : ErrorCode.values()) {
            var line = new LinkedHashMap<String, Object>();
            line.put("code", code.code());
            line.putAll(counts(offlineByCode.getOrDefault(code, List.of())));
            line.put("wire", counts(wireByCode.getOrDefault(code, List.of())));
            perCode.add(line);
        }
        return perCode;
    }

    private List<Map<String, Object>> perSabotage() {
        var offlineBySabotage = by(offline, SabotagedRequirement::sabotage);
        var wireBySabotage = by(wire, SabotagedRequirement::sabotage);
        var table = Applicability.load();
        var perSabotage = new ArrayList<Map<String, Object>>();
        for (var sabotage : Sabotages.all()) {
            var line = new LinkedHashMap<String, Object>();
            line.put("sabotage", sabotage.id());
            line.put("check", sabotage.check());
            line.put("weight", sabotage.weight().name().toLowerCase(Locale.ROOT));
            line.putAll(counts(offlineBySabotage.getOrDefault(sabotage, List.of())));
            line.put("wire", counts(wireBySabotage.getOrDefault(sabotage, List.of())));
            line.put(
                    "notApplicable",
                    table.of(sabotage).stream()
                            .filter(no -> !no.onlyOnTheWire())
                            .map(no -> notApplicable(sabotage, no))
                            .toList());
            perSabotage.add(line);
        }
        return perSabotage;
    }

    private Map<String, Object> notApplicable(Sabotage sabotage, Exclusion no) {
        var line = new LinkedHashMap<String, Object>();
        line.put("because", no.because());
        line.put(
                "requirements",
                excluded.getOrDefault(no, List.of()).stream()
                        .filter(pair -> pair.sabotage().equals(sabotage))
                        .count());
        return line;
    }
}
