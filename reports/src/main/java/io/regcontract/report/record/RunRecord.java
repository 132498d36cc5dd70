package io.regcontract.report.record;

import io.regcontract.report.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is left of a run: the merged files of its shards.
 *
 * @param runId the run that was asked for; empty when the latest was and there is none
 * @param header what the shards agree on; empty when there is none
 * @param observations at most one for a requirement
 * @param flaws why the record is not the whole truth; empty when it is
 * @param shards how many shards left a record
 * @param traffic what traffic was judged, where it is no record of a run
 * @param handedOver whether the attempt that had to have begun it was known
 */
public record RunRecord(
        String runId,
        Optional<RecordHeader> header,
        List<Observation> observations,
        List<RunRefusal> refusals,
        List<RecordFlaw> flaws,
        int shards,
        Optional<Traffic> traffic,
        boolean handedOver) {

    public RunRecord {
        observations = List.copyOf(observations);
        refusals = List.copyOf(refusals);
        flaws = List.copyOf(flaws);
    }

    /** The same with more that is wrong with it. */
    public RunRecord with(List<RecordFlaw> more) {
        var all = new ArrayList<>(flaws);
        all.addAll(more);
        return new RunRecord(runId, header, observations, refusals, all, shards, traffic, handedOver);
    }

    /** The record of a call that was refused before any record could be read. */
    public static RunRecord refused(String message, String remedy) {
        return refused(List.of(new RunRefusal(true, message, remedy)));
    }

    /** The same, for several reasons. */
    public static RunRecord refused(List<RunRefusal> reasons) {
        return new RunRecord("", Optional.empty(), List.of(), reasons, List.of(), 0, Optional.empty(), false);
    }
}
