package io.regcontract.report.record;

import io.regcontract.contract.input.RunId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files {@code begun-ENVIRONMENT-IofN.txt}, in which a pipeline notes the attempt of each shard before it begins.
 * A shard whose latest attempt made no record is then not stood for by an earlier one, which may have been collected
 * from somewhere else. Where there are none, shards are taken as they come.
 */
final class BegunShards {

    private static final Pattern NAME = Pattern.compile("begun-.+-([0-9]{1,4})of([0-9]{1,4})\\.txt");
    private static final int LONGEST = 200;

    private record Attempt(RecordLocation place, int shard, int shards, String id) {}

    private final List<Attempt> attempts;

    private BegunShards(List<Attempt> attempts) {
        this.attempts = attempts;
    }

    /** Those of a run, in its directory. */
    static BegunShards in(Path run) {
        var attempts = new ArrayList<Attempt>();
        try (var files = Files.list(run)) {
            files.sorted().forEach(file -> {
                var name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && Files.isRegularFile(file)) {
                    attempts.add(new Attempt(
                            new RecordLocation(String.valueOf(file.getFileName()), 0),
                            Integer.parseInt(name.group(1)),
                            Integer.parseInt(name.group(2)),
                            id(file)));
                }
            });
        } catch (IOException none) {
            return new BegunShards(List.of());
        }
        return new BegunShards(attempts);
    }

    /** What cannot be read is the id of no attempt. */
    private static String id(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var text = new String(bytes.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
            return RunId.is(text) ? text : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** In what the record of a shard is not that of its latest attempt. */
    Optional<RecordFlaw> flaw(RecordHeader header, RecordLocation place) {
        if (attempts.isEmpty()) {
            return Optional.empty();
        }
        var latest = attempts.stream()
                .filter(attempt -> attempt.shard() == header.shard() && attempt.shards() == header.shards())
                .toList();
        if (latest.isEmpty()) {
            return Optional.of(RecordFlaw.wrong(
                    "attempt-differs",
                    place,
                    "no file begun-*-" + header.shard() + "of" + header.shards()
                            + ".txt says which attempt at this shard is the latest, as for others. Run it again."));
        }
        return latest.stream()
                .filter(attempt -> !attempt.id().equals(header.attempt()))
                .findFirst()
                .map(attempt -> RecordFlaw.wrong(
                        "attempt-differs",
                        place,
                        "this is of an earlier attempt at shard " + header.shard() + ", begun at "
                                + header.startedAt() + "; the latest, which " + attempt.place()
                                + " names, has left no record. Run it again."));
    }
}
