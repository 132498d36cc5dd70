package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.judge.ToldResult.Agreement;
import io.regcontract.drill.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with what the application told. */
final class ToldFindings {

    private ToldFindings() {}

    static List<DrillFinding> of(Trial trial, List<ToldResult> told) {
        var findings = new ArrayList<DrillFinding>();
        told.stream()
                .filter(result -> result.agreement() == Agreement.DIFFERS)
                .map(result -> finding(FindingNames.TOLD_OTHERWISE, Level.FAILS, result))
                .forEach(findings::add);
        told.stream()
                .filter(result -> result.agreement() == Agreement.NOT_JUDGED)
                .map(result -> finding(FindingNames.TOLD_NOT_JUDGED, Level.NOT_JUDGED, result))
                .forEach(findings::add);
        for (var phase : trial.phases()) {
            phase.told().unreadable().stream()
                    .map(why -> DrillFinding.of(FindingNames.TOLD_UNREADABLE, Level.FAILS, why))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static DrillFinding finding(String name, Level level, ToldResult result) {
        return DrillFinding.of(
                name,
                level,
                "The application told " + result.what() + "=" + result.told() + " (" + result.phase() + "); "
                        + result.sentence() + ".");
    }
}
