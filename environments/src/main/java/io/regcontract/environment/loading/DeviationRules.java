package io.regcontract.environment.loading;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Promise;
import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.yaml.Problem;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.environment.EnvironmentKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;

/**
 * What the deviations of a replacement owe to the contract: checks that there are, and ids and days that are none other's. Whether
 * they are used and due is for the gate to find out, which reads them like waivers.
 */
final class DeviationRules {

    private static final String DEVIATIONS = "/deviations";

    private final YamlDocument document;
    private final List<Problem> problems;

    DeviationRules(YamlDocument document, List<Problem> problems) {
        this.document = document;
        this.problems = problems;
    }

    /** Adds what is wrong to the problems. */
    void check(String kind) {
        var listed = document.json().at(DEVIATIONS);
        if (!listed.isMissingNode() && !kind.equals(EnvironmentKind.REPLACEMENT.word())) {
            problems.add(document.problem(
                    DEVIATIONS,
                    "only a replacement declares deviations",
                    "Waive what differs elsewhere, in the policy's waivers/, or write kind: replacement."));
        }
        var checks = Contract.load().promises().stream().map(Promise::id).toList();
        var ids = new HashSet<String>();
        for (int index = 0; index < listed.size(); index++) {
            var at = DEVIATIONS + "/" + index;
            document.text(at + "/id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> problems.add(document.problem(
                            at + "/id", SafeText.typed(id) + " is taken", "Give each deviation an id of its own.")));
            document.text(at + "/check")
                    .filter(check -> !checks.contains(check))
                    .ifPresent(check -> problems.add(document.problem(
                            at + "/check",
                            "there is no check " + SafeText.typed(check),
                            "Take the id of one, as the report shows it.")));
            document.text(at + "/review")
                    .filter(day -> !inTheCalendar(day))
                    .ifPresent(day -> problems.add(document.problem(
                            at + "/review",
                            SafeText.typed(day) + " is not in the calendar",
                            "Write a day as year-month-day, such as 2026-11-22.")));
        }
    }

    private static boolean inTheCalendar(String day) {
        try {
            LocalDate.parse(day);
            return true;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
