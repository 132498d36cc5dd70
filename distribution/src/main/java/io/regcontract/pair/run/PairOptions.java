package io.regcontract.pair.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What was asked of a pair, as it was typed; an option that is not set is empty.
 *
 * @param old profile or directory of a recorded run
 * @param now the same of what takes its place
 * @param root directory of the project
 * @param run id that the runs of both halves begin with
 * @param scope how much of the contract
 * @param requirements globs of ids
 * @param codes such as {@code 361,36x}
 * @param operations globs of paths
 * @param seed what the order of execution comes from
 * @param threads how many scenarios at a time
 * @param confirmed names of guarded environments that may be called
 */
public record PairOptions(
        String old,
        String now,
        Path root,
        String run,
        String scope,
        String requirements,
        String codes,
        String operations,
        String seed,
        String threads,
        List<String> confirmed) {

    public PairOptions {
        confirmed = List.copyOf(confirmed);
    }

    boolean select() {
        return !(requirements.isBlank() && codes.isBlank() && operations.isBlank());
    }
}
