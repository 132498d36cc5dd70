package io.regcontract.suite.observe;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of one shard of a run, in the run's directory.
 *
 * @param environment name of the environment
 * @param shard which part of the run
 */
public record RecordFile(String environment, Shard shard) {

    private static final Pattern NAME =
            Pattern.compile("observations-(?<environment>.+)-(?<index>[0-9]{1,4})of(?<total>[0-9]{1,4})\\.jsonl");

    /** The file of a shard of a run in an environment. */
    public static RecordFile of(String environment, Shard shard) {
        return new RecordFile(environment, shard);
    }

    /** The shard whose record a file is, by its name; empty for any other file. */
    public static Optional<RecordFile> named(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordFile(
                    name.group("environment"),
                    new Shard(Integer.parseInt(name.group("index")), Integer.parseInt(name.group("total")))));
        } catch (IllegalArgumentException noShard) {
            return Optional.empty();
        }
    }

    /** The name of the file within the run's directory. */
    public String name() {
        return "observations-" + environment + "-" + shard.index() + "of" + shard.total() + ".jsonl";
    }

    /** Whether both are different shards of one run with the same number of shards. */
    public boolean isBeside(RecordFile other) {
        return environment.equals(other.environment)
                && shard.total() == other.shard.total()
                && shard.index() != other.shard.index();
    }
}
