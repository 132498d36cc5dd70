package io.regcontract.pair.run;

import io.regcontract.suite.cli.SuiteCommand;
import java.io.PrintWriter;

/** Drives a half. */
public final class HalfRun {

    private HalfRun() {}

    /**
     * Drives it within its own pace, and returns the exit code of {@code run}: 0 once the run is on record, whatever it saw.
     *
     * @param side as a person reads it
     */
    public static int of(String side, PlannedHalf.ToDrive half, PrintWriter out, PrintWriter err) {
        out.println(side + ": driving " + half.profile());
        out.flush();
        return SuiteCommand.execute(out, err, half.arguments().toArray(new String[0]));
    }
}
