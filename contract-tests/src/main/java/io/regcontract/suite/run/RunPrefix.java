package io.regcontract.suite.run;

import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.plan.RunPlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What the name of everything that a run makes begins with: the profile's prefix, when it began, and what tells it from
 * other runs, other shards and other attempts under the same id, also of the same second. The time is what the janitor tells the age of a thing by.
 */
final class RunPrefix {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);

    private RunPrefix() {}

    static String of(RunPlan plan, Instant began) {
        var attempt = plan.settings().runId() + plan.settings().attempt() + began;
        var run = Integer.toString(attempt.hashCode() & 0x7fffffff, Character.MAX_RADIX);
        return plan.profile().naming().prefix() + TIME.format(began) + run
                + (plan.shard().equals(Shard.WHOLE) ? "" : "s" + plan.shard().index()) + "-";
    }
}
