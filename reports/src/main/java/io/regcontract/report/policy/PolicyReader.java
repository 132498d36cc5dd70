package io.regcontract.report.policy;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.report.policy.KindPolicy.All;
import io.regcontract.report.policy.KindPolicy.AtLeast;
import io.regcontract.report.policy.KindPolicy.Consequence;
import io.regcontract.report.policy.KindPolicy.ReportOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads {@code gate.yaml} and {@code waivers/*.yaml}. Collects everything wrong before it refuses. */
public final class PolicyReader {

    private static final String GATE = "gate.yaml";
    private static final String REMEDY = "Name the directory of a policy, with --policy.";

    private final Path directory;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyReader(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads the policy in a directory.
     *
     * @throws YamlException with everything that is wrong, when anything is
     */
    public static Policy read(Path directory) {
        return new PolicyReader(directory).read();
    }

    private Policy read() {
        var gate = PolicyDocument.read(directory.resolve(GATE), "gate", REMEDY, problems);
        var waivers = new WaiverReader(problems);
        waiverFiles().forEach(file -> PolicyDocument.read(file, "waivers", REMEDY, problems)
                .ifPresent(waivers::read));
        var kinds = gate.map(this::kinds).orElse(Map.of());
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return new Policy(kinds, gate.map(PolicyReader::owners).orElse(List.of()), waivers.waivers());
    }

    private List<Path> waiverFiles() {
        var folder = directory.resolve("waivers");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var all = files.filter(Files::isRegularFile).sorted().toList();
            // A file that looks like waivers and is not read would be trusted in vain.
            all.forEach(file -> {
                var name = file.toString();
                var ending = name.substring(name.lastIndexOf('.') + 1);
                if (!ending.equals("yaml") && ending.matches("(?i)ya?ml")) {
                    problems.add(Problem.ofFile(name, "its name ends in ." + ending, "Name it .yaml."));
                }
            });
            return all.stream()
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList();
        } catch (IOException unreadable) {
            problems.add(Problem.ofFile(folder.toString(), "it cannot be listed", "Make it readable."));
            return List.of();
        }
    }

    private Map<String, KindPolicy> kinds(YamlDocument gate) {
        var kinds = new LinkedHashMap<String, KindPolicy>();
        for (var kind : gate.json().get("kinds").properties()) {
            kinds.put(kind.getKey(), kind(gate, "/kinds/" + kind.getKey(), kind.getValue()));
        }
        return kinds;
    }

    private KindPolicy kind(YamlDocument gate, String pointer, JsonNode json) {
        var fails = words(json.get("fails"));
        var warns = words(json.get("warns"));
        warns.stream()
                .filter(fails::contains)
                .forEach(word -> problems.add(gate.problem(
                        pointer + "/warns", word + " is under fails as well", "Leave it in one of the two.")));
        var regression = json.get("regression");
        if (json.has("never-seen")) {
            return KindPolicy.ofTraffic(
                    fails,
                    warns,
                    consequence(regression.get("newly-failing")),
                    consequence(regression.get("requirement-removed")),
                    consequence(regression.get("coverage-dropped")),
                    rollout(gate, pointer, json),
                    traffic(gate, pointer, json));
        }
        var complete = json.get("complete");
        var budgets = json.get("budgets");
        var asked = new KindPolicy(
                least(complete.get("codes")),
                least(complete.get("requirements")),
                least(complete.get("shards")),
                fails,
                warns,
                budgets.get("broken").intValue(),
                budgets.get("flaky").intValue(),
                consequence(regression.get("newly-failing")),
                consequence(regression.get("requirement-removed")),
                consequence(regression.get("coverage-dropped")),
                rollout(gate, pointer, json));
        var scope = json.path("in-scope");
        return scope.isMissingNode()
                ? asked
                : asked.asking(new KindPolicy.LeastScope(
                        scope.path("codes").asInt(0), scope.path("requirements").asInt(0)));
    }

    private KindPolicy.TrafficPolicy traffic(YamlDocument gate, String pointer, JsonNode json) {
        var seen = json.get("never-seen");
        var codes = new TreeSet<Integer>();
        for (int index = 0; index < seen.size(); index++) {
            int code = seen.get(index).intValue();
            if (ErrorCode.of(code).isEmpty()) {
                problems.add(gate.problem(
                        pointer + "/never-seen/" + index,
                        code + " is no documented code",
                        "List codes that must be among the traffic, or write passes or fails."));
            }
            codes.add(code);
        }
        return new KindPolicy.TrafficPolicy(
                seen.asString("").equals("fails"),
                codes,
                json.get("remarks").stringValue().equals("fails"));
    }

    private Optional<ReportOnly> rollout(YamlDocument gate, String pointer, JsonNode json) {
        return json.has("report-only")
                ? reportOnly(gate, pointer + "/report-only", json.get("report-only"))
                : Optional.empty();
    }

    private Optional<ReportOnly> reportOnly(YamlDocument gate, String pointer, JsonNode json) {
        var since = day(gate, pointer + "/since", problems);
        var until = day(gate, pointer + "/until", problems);
        if (since.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        longest(gate, pointer + "/until", since.get(), until.get(), ReportOnly.LONGEST_IN_DAYS, "since", problems);
        return Optional.of(
                new ReportOnly(since.get(), until.get(), json.get("reason").stringValue()));
    }

    private static List<Policy.Owner> owners(YamlDocument gate) {
        var owners = new ArrayList<Policy.Owner>();
        gate.json()
                .path("owners")
                .forEach(owner -> owners.add(new Policy.Owner(
                        Glob.of(owner.get("requirement").stringValue()),
                        owner.get("owner").stringValue())));
        return owners;
    }

    /** The day at a pointer, if it is in the calendar. */
    static Optional<LocalDate> day(YamlDocument document, String pointer, List<Problem> problems) {
        var text = document.json().at(pointer).stringValue();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            problems.add(document.problem(
                    pointer, text + " is not in the calendar", "Write a day as year-month-day, such as 2026-11-22."));
            return Optional.empty();
        }
    }

    /** Complains about an end that lies before its beginning, or too far behind it. */
    static void longest(
            YamlDocument document,
            String pointer,
            LocalDate from,
            LocalDate to,
            int days,
            String start,
            List<Problem> problems) {
        if (to.isBefore(from)) {
            problems.add(document.problem(pointer, to + " is before " + start + ", " + from, "Write a later day."));
        } else if (to.isAfter(from.plusDays(days))) {
            problems.add(document.problem(
                    pointer,
                    to + " is more than " + days + " days after " + start + ", " + from,
                    "Write " + from.plusDays(days) + " or an earlier day, and look at it again then."));
        }
    }

    private static KindPolicy.Minimum least(JsonNode json) {
        return json.isString() ? new All() : new AtLeast(json.intValue());
    }

    private static Consequence consequence(JsonNode json) {
        return Consequence.valueOf(json.stringValue().toUpperCase(Locale.ROOT));
    }

    private static Set<String> words(JsonNode json) {
        var words = new LinkedHashSet<String>();
        json.forEach(word -> words.add(word.stringValue()));
        return words;
    }
}
