package io.regcontract.traffic.record;

import io.regcontract.contract.Contract;
import java.nio.file.Path;
import java.util.List;

/**
 * How a record of traffic is headed, and where it goes.
 *
 * @param records directory with a directory for each run
 * @param runId the run
 * @param attempt this attempt at it
 * @param name of the environment: that of a profile, or {@code traffic}
 * @param dialect {@code documented} or {@code observed}
 * @param acceptedErrata ids
 * @param acceptedReadings ids
 * @param contract that the traffic was held against
 */
public record RecordTerms(
        Path records,
        String runId,
        String attempt,
        String name,
        String dialect,
        List<String> acceptedErrata,
        List<String> acceptedReadings,
        Contract contract) {

    /** The directory of the run. */
    public Path directory() {
        return records.resolve(runId);
    }
}
