package io.regcontract.report.policy;

import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.contract.yaml.YamlException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads the deviations that the profile of a replacement declares, as waivers of its environment: known, accepted, and looked at
 * again by a day.
 */
public final class DeviationReader {

    private static final String REMEDY = "Name the directory of the profiles, with --profiles.";
    private static final String KEY = "deviations";

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final LocalDate asOf;

    private DeviationReader(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * The deviations in a profile; none when it declares none.
     *
     * @param environment its name
     * @param asOf the day on which they are looked at
     * @throws YamlException with everything that is wrong, when anything is
     */
    public static List<Waiver> read(Path profile, String environment, LocalDate asOf) {
        return new DeviationReader(asOf).read(profile, environment);
    }

    private List<Waiver> read(Path profile, String environment) {
        var deviations = new ArrayList<Waiver>();
        PolicyDocument.read(profile, "profile", REMEDY, problems).ifPresent(document -> {
            var listed = document.json().path(KEY);
            for (int index = 0; index < listed.size(); index++) {
                read(document, "/" + KEY + "/" + index, listed.get(index), environment, deviations);
            }
        });
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return List.copyOf(deviations);
    }

    private void read(
            YamlDocument document, String pointer, JsonNode json, String environment, List<Waiver> deviations) {
        var id = json.get("id").stringValue();
        if (!ids.add(id)) {
            problems.add(document.problem(pointer + "/id", id + " is taken", "Give each deviation an id of its own."));
        }
        var review = PolicyReader.day(document, pointer + "/review", problems);
        if (review.isEmpty()) {
            return;
        }
        if (review.get().isAfter(asOf.plusDays(Waiver.LONGEST_UNTIL_REVIEW_IN_DAYS))) {
            problems.add(document.problem(
                    pointer + "/review",
                    review.get() + " is more than " + Waiver.LONGEST_UNTIL_REVIEW_IN_DAYS + " days ahead of " + asOf,
                    "Write an earlier day, and look at it again then."));
        }
        deviations.add(new Waiver(
                id,
                Glob.of(requirement(json)),
                Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(environment))),
                json.get("check").stringValue(),
                json.has("actual")
                        ? new ToleratedValue.Text(json.get("actual").stringValue())
                        : new ToleratedValue.Digest(json.get("actual-sha256").stringValue()),
                json.get("reason").stringValue(),
                "",
                json.get("owner").stringValue(),
                LocalDate.EPOCH,
                review.get(),
                true,
                document.place(pointer + "/id")));
    }

    private static String requirement(JsonNode json) {
        return json.has("requirement")
                ? json.get("requirement").stringValue()
                : "REG-" + json.get("code").asString("").replace('x', '?') + ".*";
    }
}
