package io.regcontract.report.judge;

import io.regcontract.report.policy.Policy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a run is judged by, besides its record. The same record by the same terms always gets the same decision.
 *
 * @param asOf the day on which waivers and rollouts are looked at
 * @param baseline an earlier run that this one must not fall behind
 */
public record GateCriteria(Policy policy, LocalDate asOf, Optional<Baseline> baseline) {}
