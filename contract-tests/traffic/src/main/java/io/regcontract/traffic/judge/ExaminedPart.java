package io.regcontract.traffic.judge;

import io.regcontract.suite.observe.Observation.ExaminedCheck;
import java.util.List;

/** An error and what every check found of it. */
record ExaminedPart(ErrorPart part, List<ExaminedCheck> checks) {

    ExaminedPart {
        checks = List.copyOf(checks);
    }

    boolean contradicts() {
        return checks.stream().anyMatch(ExaminedCheck::contradicts);
    }
}
