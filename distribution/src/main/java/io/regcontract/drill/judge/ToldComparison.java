package io.regcontract.drill.judge;

import io.regcontract.drill.judge.ToldResult.Agreement;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.RecordCount;
import io.regcontract.drill.trial.ToldClaim;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.journal.JournalCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares what an application told with what is in the records and in the journal. Records must be as many as it told;
 * what a drill took away or brought may be told as it was then, or as it is after the drill was undone. An error may have come more often than it told, since it may have tried again, and not less often.
 */
final class ToldComparison {

    /** What "wrong e-mail address or password" can mean. */
    private static final Set<Integer> WRONG_PASSWORD = Set.of(210, 211, 212, 213);

    private final Trial trial;

    ToldComparison(Trial trial) {
        this.trial = trial;
    }

    List<ToldResult> results() {
        var results = new ArrayList<ToldResult>();
        for (var phase : trial.phases()) {
            for (var claim : phase.told().claims()) {
                results.add(result(
                        phase.name(),
                        claim,
                        phase.records(),
                        call -> call.sequence() > phase.after() && call.sequence() <= phase.last(),
                        phase.end().isSuccess()));
            }
        }
        var last = trial.phases().isEmpty()
                ? Optional.<Phase>empty()
                : Optional.of(trial.phases().get(trial.phases().size() - 1));
        for (var claim : trial.told().claims()) {
            results.add(result(
                    "all",
                    claim,
                    trial.records(),
                    call -> true,
                    last.map(phase -> phase.end().isSuccess()).orElse(true)));
        }
        return results;
    }

    private ToldResult result(
            String phase, ToldClaim claim, RecordCount records, Predicate<JournalCall> calls, boolean saysItSucceeded) {
        return switch (claim.what()) {
            case "created" -> counted(phase, claim, records, true, saysItSucceeded);
            case "records" -> counted(phase, claim, records, false, saysItSucceeded);
            case "wrong-password" -> met(phase, claim, WRONG_PASSWORD, calls);
            default -> met(phase, claim, Set.of(Integer.parseInt(claim.what())), calls);
        };
    }

    private static ToldResult counted(
            String phase, ToldClaim claim, RecordCount records, boolean growth, boolean saysItSucceeded) {
        if (records.after().isEmpty() || (growth && records.before().isEmpty())) {
            return new ToldResult(
                    phase,
                    claim.what(),
                    claim.count(),
                    OptionalLong.empty(),
                    Agreement.NOT_JUDGED,
                    "the records could not be counted");
        }
        long start = growth ? records.before().getAsLong() : 0;
        long undone = records.after().getAsLong() - start;
        long drilled = records.drilled().orElse(records.after().getAsLong()) - start;
        boolean asDrilled = records.drilled().isPresent() && drilled == claim.count();
        return new ToldResult(
                phase,
                claim.what(),
                claim.count(),
                OptionalLong.of(asDrilled ? drilled : undone),
                agreement(
                        asDrilled || undone == claim.count(),
                        records.drilled().isPresent() && drilled == undone,
                        saysItSucceeded),
                "records of the type " + records.type() + " that " + (growth ? "were added" : "are there") + ": "
                        + shown(records, drilled, undone));
    }

    /** Where drills have changed the number, nobody knows when the application has counted. */
    private static Agreement agreement(boolean fits, boolean isOneNumber, boolean saysItSucceeded) {
        if (fits) {
            return Agreement.AGREES;
        }
        if (!saysItSucceeded) {
            return Agreement.FAILED_OPENLY;
        }
        return isOneNumber ? Agreement.DIFFERS : Agreement.NOT_JUDGED;
    }

    private static String shown(RecordCount records, long drilled, long undone) {
        if (records.drilled().isEmpty()) {
            return "not to be counted while drills were armed, " + undone + " after they were undone";
        }
        return drilled == undone
                ? String.valueOf(undone)
                : drilled + " while drills were armed, " + undone + " after they were undone";
    }

    private ToldResult met(String phase, ToldClaim claim, Set<Integer> codes, Predicate<JournalCall> calls) {
        long known = trial.journal().calls().stream()
                .filter(calls)
                .filter(call ->
                        call.code().isPresent() && codes.contains(call.code().getAsInt()))
                .mapToLong(call -> 1 + call.repeated())
                .sum();
        var names = codes.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        boolean forgotten = trial.journal().forgotten() > 0;
        var agreement =
                known >= claim.count() ? Agreement.AGREES : forgotten ? Agreement.NOT_JUDGED : Agreement.DIFFERS;
        return new ToldResult(
                phase,
                claim.what(),
                claim.count(),
                OptionalLong.of(known),
                agreement,
                "calls that were answered with " + names + ": " + known
                        + (forgotten ? ", of those that the journal still has" : ""));
    }
}
