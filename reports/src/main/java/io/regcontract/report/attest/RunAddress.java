package io.regcontract.report.attest;

import io.regcontract.contract.text.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** Where people find the run: the page of the CI's job, if one is known. */
public final class RunAddress {

    private static final int LONGEST = 2_000;

    private RunAddress() {}

    /** The page that the variables of GitHub Actions, GitLab CI, Jenkins or Azure Pipelines tell of, if any does. */
    public static Optional<String> in(Map<String, String> environment) {
        return gitHub(environment)
                .or(() -> Optional.ofNullable(environment.get("CI_JOB_URL")))
                .or(() -> Optional.ofNullable(environment.get("BUILD_URL")))
                .or(() -> azure(environment))
                .filter(RunAddress::is);
    }

    /**
     * The page that somebody named.
     *
     * @throws AttestationException when it is none
     */
    public static String named(String text) {
        if (!is(text)) {
            throw new AttestationException(
                    SafeText.typed(text) + " is no address of a run.",
                    "Write one that begins with https:// and holds no credentials, or leave it out.");
        }
        return text;
    }

    private static Optional<String> gitHub(Map<String, String> environment) {
        var server = environment.get("GITHUB_SERVER_URL");
        var repository = environment.get("GITHUB_REPOSITORY");
        var run = environment.get("GITHUB_RUN_ID");
        return server == null || repository == null || run == null
                ? Optional.empty()
                : Optional.of(server + "/" + repository + "/actions/runs/" + run
                        + Optional.ofNullable(environment.get("GITHUB_RUN_ATTEMPT"))
                                .map(attempt -> "/attempts/" + attempt)
                                .orElse(""));
    }

    private static Optional<String> azure(Map<String, String> environment) {
        var collection = environment.get("SYSTEM_COLLECTIONURI");
        var project = environment.get("SYSTEM_TEAMPROJECT");
        var build = environment.get("BUILD_BUILDID");
        return collection == null || project == null || build == null
                ? Optional.empty()
                : Optional.of(collection + project.replace(" ", "%20") + "/_build/results?buildId=" + build);
    }

    private static boolean is(String text) {
        try {
            var address = new URI(text);
            return text.length() <= LONGEST
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
