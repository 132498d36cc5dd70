package io.regcontract.report.record;

import io.regcontract.contract.Contract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a header may claim: that of a run of now, held against this contract, about all that the suite can prove. */
final class HeaderChecks {

    private HeaderChecks() {}

    static List<RecordFlaw> flaws(
            RecordHeader header,
            RecordLocation place,
            Contract contract,
            RecordCriteria demands,
            TrafficChecks traffic) {
        var flaws = new ArrayList<RecordFlaw>();
        if (header.environment().traffic()) {
            traffic.ofTheHeader(header).forEach(wrong -> flaws.add(RecordFlaw.wrong("record-invalid", place, wrong)));
        }
        var began = header.startedAt();
        if (demands.lieAhead(began)) {
            flaws.add(RecordFlaw.wrong(
                    "record-untimely",
                    place,
                    "this shard began at " + began + ", which is still to come: it is " + demands.now()
                            + ". Set the clocks of both machines, and run again."));
        } else if (began.isBefore(demands.since())) {
            flaws.add(
                    RecordFlaw.wrong(
                            "record-stale",
                            place,
                            "this shard began at " + began + ", and what began before " + demands.since()
                                    + " does not count. Run again; to judge an old record on purpose, name its time with --since."));
        }
        if (!header.contract().equals(contract.digest())) {
            flaws.add(RecordFlaw.wrong(
                    "contract-differs",
                    place,
                    "answers were held against another contract (digest "
                            + header.contract().substring(0, 12)
                            + ") than this gate has (" + contract.digest().substring(0, 12)
                            + "). Judge a record by the version that wrote it."));
        } else {
            (header.environment().traffic()
                            ? traffic.catalogueProblem(header.catalogue())
                            : demands.requirements()
                                    .flatMap(known -> CatalogueComparison.problem(header.catalogue(), known)))
                    .ifPresent(problem -> flaws.add(RecordFlaw.wrong("catalogue-differs", place, problem)));
        }
        return flaws;
    }

    /** What is wrong with the time at which a record says it ended. */
    static Optional<RecordFlaw> ofTheEnd(
            RecordHeader header, Instant ended, RecordLocation place, RecordCriteria demands) {
        if (ended.isBefore(header.startedAt())) {
            return Optional.of(RecordFlaw.wrong(
                    "record-untimely",
                    place,
                    "this shard ended at " + ended + ", before its beginning at " + header.startedAt() + "."));
        }
        return demands.lieAhead(ended)
                ? Optional.of(RecordFlaw.wrong(
                        "record-untimely",
                        place,
                        "this shard ended at " + ended + ", which is still to come: it is " + demands.now() + "."))
                : Optional.empty();
    }
}
