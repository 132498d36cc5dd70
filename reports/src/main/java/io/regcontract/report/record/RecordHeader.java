package io.regcontract.report.record;

import io.regcontract.contract.model.OperationScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a file is a record of.
 *
 * @param attempt which attempt at the run began it
 * @param contract digest of the contract that answers were held against
 * @param startedAt when the shard began, UTC
 * @param tool version of the suite
 * @param java version of the Java it ran on
 * @param catalogue ids of all requirements of the whole suite
 * @param complete whether the run set out to observe all of them
 * @param selection in words, what it set out to observe
 * @param seed what the order of execution came from
 */
public record RecordHeader(
        String runId,
        String attempt,
        String contract,
        Instant startedAt,
        String tool,
        String java,
        Environment environment,
        int shard,
        int shards,
        SortedSet<String> catalogue,
        boolean complete,
        String selection,
        long seed) {

    /**
     * Where the run took place.
     *
     * @param operations what the service implements; all but for a replacement
     * @param accepted ids of accepted errata and readings
     * @param expectedNotDrivable reasons by code
     * @param expectedLacking reasons by capability
     */
    public record Environment(
            String name,
            String kind,
            String dialect,
            String baseAddress,
            OperationScope operations,
            Set<String> accepted,
            Map<Integer, String> expectedNotDrivable,
            Map<String, String> expectedLacking) {

        public Environment {
            accepted = Set.copyOf(accepted);
            expectedNotDrivable = Map.copyOf(expectedNotDrivable);
            expectedLacking = Map.copyOf(expectedLacking);
        }

        /** Why it was to be expected that a requirement of a code could not be driven for want of a capability. */
        public Optional<String> excuse(int code, Optional<String> missingCapability) {
            return Optional.ofNullable(expectedNotDrivable.get(code))
                    .or(() -> missingCapability.map(expectedLacking::get));
        }

        /** Whether it stands in the place of the service, and may implement a part of its operations. */
        public boolean replacement() {
            return kind.equals("replacement");
        }

        /** Whether nothing was driven: recorded or passing traffic was judged. */
        public boolean traffic() {
            return kind.equals("traffic");
        }

        /**
         * What waivers, baselines and the history know it by: the name, and for traffic {@code traffic-NAME}, so that what is
         * said of runs in an environment is never said of traffic that was recorded there.
         */
        public String policyName() {
            return traffic() && !name.equals("traffic") && !name.startsWith("traffic-") ? "traffic-" + name : name;
        }

        /** Whether everything can be driven there, so that nothing less than proven will do. */
        public boolean simulator() {
            return kind.equals("simulator");
        }
    }

    /** In what another shard's header does not speak of the same run: same environment, same suite, same selection. */
    List<String> differencesFrom(RecordHeader other) {
        var differences = new ArrayList<String>();
        if (!environment.equals(other.environment)) {
            differences.add("environment");
        }
        if (!tool.equals(other.tool)) {
            differences.add("version of the suite");
        }
        if (!contract.equals(other.contract)) {
            differences.add("contract");
        }
        if (Duration.between(startedAt, other.startedAt).abs().compareTo(RecordCriteria.LONGEST_AGE) > 0) {
            differences.add("day");
        }
        if (shards != other.shards) {
            differences.add("number of shards");
        }
        if (!catalogue.equals(other.catalogue)) {
            differences.add("catalogue");
        }
        if (complete != other.complete || !selection.equals(other.selection)) {
            differences.add("selection");
        }
        return differences;
    }
}
