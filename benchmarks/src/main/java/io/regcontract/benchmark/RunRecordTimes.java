package io.regcontract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run record says of a run's time.
 *
 * @param requirements how many were observed
 * @param unproven how many of them are broken, not drivable or contradicted
 * @param exchanges on record: a request and its answer each
 * @param lookUps into the API log, one for each answer with a token; the suite asks them for a check, and they are on no
 *     record
 * @param wall from the beginning of the first scenario to the end of the last
 */
record RunRecordTimes(int requirements, int unproven, int exchanges, int lookUps, Duration wall) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the record of a run; all of its shards, if it has several. */
    static RunRecordTimes read(Path run) throws IOException {
        var sum = new Sum();
        try (var files = Files.list(run)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                try (var lines = Files.lines(file)) {
                    lines.map(JSON::readTree)
                            .filter(line -> line.path("type").asString("").equals("observation"))
                            .forEach(sum::add);
                }
            }
        }
        return new RunRecordTimes(
                sum.requirements, sum.unproven, sum.exchanges, sum.lookUps, Duration.between(sum.begin, sum.end));
    }

    /** How long it takes at best: every exchange waits, and so many wait at a time. */
    double floorSeconds(int latencyMillis, int inFlight) {
        return exchanges * latencyMillis / 1000.0 / inFlight;
    }

    /** The same with the look-ups, which wait as long. */
    double floorSecondsWithLookUps(int latencyMillis, int inFlight) {
        return (exchanges + lookUps) * latencyMillis / 1000.0 / inFlight;
    }

    double wallSeconds() {
        return BenchmarkWorkspace.seconds(wall.toNanos());
    }

    private static final class Sum {
        private int requirements;
        private int unproven;
        private int exchanges;
        private int lookUps;
        private Instant begin = Instant.MAX;
        private Instant end = Instant.MIN;

        private static boolean contradicts(JsonNode check) {
            return check.path("weight").asString("").equals("must")
                    && check.path("result").asString("").equals("fails")
                    && check.path("relaxedBy").isMissingNode();
        }

        void add(JsonNode line) {
            requirements++;
            if (!line.path("outcome").asString("").equals("observed")
                    || line.path("checks").valueStream().anyMatch(Sum::contradicts)) {
                unproven++;
            }
            exchanges += line.path("exchanges").size();
            line.path("checks").forEach(check -> {
                if (check.path("id").asString("").equals("token.logged")
                        && !check.path("result").asString("").equals("not-applicable")) {
                    lookUps++;
                }
            });
            var started = Instant.parse(line.path("startedAt").asString());
            var ended = started.plusNanos((long) (line.path("millis").asDouble() * 1e6));
            begin = started.isBefore(begin) ? started : begin;
            end = ended.isAfter(end) ? ended : end;
        }
    }
}
