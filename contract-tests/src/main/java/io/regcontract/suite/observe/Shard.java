package io.regcontract.suite.observe;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A part of a run. A requirement belongs to a shard by a hash of its id, so machines agree without talking to each
 * other, and a new requirement moves no other.
 *
 * @param index counts from 1
 * @param total how many there are
 */
public record Shard(int index, int total) {

    /** The whole run. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Shard {
        if (index < 1 || index > total) {
            throw new IllegalArgumentException(
                    "there is no shard " + index + "/" + total + ": they count from 1, as in -Dshard=1/4.");
        }
    }

    /**
     * From {@code i/n}.
     *
     * @throws IllegalArgumentException when it is none, in words for a person
     */
    public static Shard parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no shard: write -Dshard=i/n, as in -Dshard=1/4.");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * From the variables of the CI that runs the shards: GitLab ({@code CI_NODE_INDEX} of {@code CI_NODE_TOTAL}),
     * CircleCI ({@code CIRCLE_NODE_INDEX} of {@code CIRCLE_NODE_TOTAL}), or an Indexed Job of Kubernetes
     * ({@code JOB_COMPLETION_INDEX}, whose total the job's own template has to give as {@code JOB_COMPLETIONS}).
     *
     * @throws IllegalArgumentException when none of them says, in words for a person
     */
    public static Shard ofCi(Map<String, String> environment) {
        return Stream.of(
                        new CiVariables("CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
                        new CiVariables("CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
                        new CiVariables("JOB_COMPLETION_INDEX", 0, "JOB_COMPLETIONS"))
                .filter(variables -> environment.containsKey(variables.index()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("-Dshard=ci: none of CI_NODE_INDEX, CIRCLE_NODE_INDEX"
                        + " and JOB_COMPLETION_INDEX is set. Write -Dshard=i/n instead."))
                .shard(environment);
    }

    /** Where a CI says which part this is. */
    private record CiVariables(String index, int first, String total) {

        Shard shard(Map<String, String> environment) {
            return new Shard(number(environment, index) - first + 1, number(environment, total));
        }

        private static int number(Map<String, String> environment, String variable) {
            var text = environment.getOrDefault(variable, "");
            if (!text.matches("[0-9]{1,4}")) {
                throw new IllegalArgumentException("-Dshard=ci: " + variable + " has to be a number and is "
                        + (text.isEmpty() ? "not set." : "'" + text + "'."));
            }
            return Integer.parseInt(text);
        }
    }

    /** Whether a requirement belongs here. */
    public boolean holds(String requirementId) {
        var hash = new CRC32();
        hash.update(requirementId.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % total == index - 1;
    }
}
