package io.regcontract.traffic.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.text.SafeText;
import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.judge.JudgeTerms;
import io.regcontract.traffic.record.RecordTerms;
import io.regcontract.traffic.scope.ApiScope;
import io.regcontract.traffic.scope.HostGlob;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code judge} is going to do, made of its options.
 *
 * @param files each once, in their order
 * @param terms what they are held against
 * @param record how the record is headed, and where it goes
 */
public record JudgePlan(List<Path> files, JudgeTerms terms, RecordTerms record) {

    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*");

    /**
     * Makes it.
     *
     * @param records directory with a directory for each run
     * @param profiles directory of the profiles
     * @param variables of the process, to which profiles refer
     * @throws InvalidSettingsException when an option cannot be used, in words for a person
     */
    public static JudgePlan of(JudgeOptions options, Path records, Path profiles, Map<String, String> variables) {
        var choice = ProfileChoice.of(
                options.environment(),
                options.record().dialect(),
                Environments.in(profiles, variables).withoutSecrets());
        var profile = choice.profile();
        var contract = Contract.load();
        var scope = new ApiScope(contract.operations(), hosts(options, profile), basePath(options, profile));
        return new JudgePlan(
                files("FILE", options.files(), "A FILE is empty: name the files that are to be judged."),
                JudgeTerms.of(contract, choice.accepted(), scope),
                choice.record(records, options.record().run(), contract));
    }

    private static List<HostGlob> hosts(JudgeOptions options, Optional<Profile> profile) {
        var hosts = new ArrayList<HostGlob>();
        for (var typed : options.hosts()) {
            hosts.add(host(typed));
        }
        if (hosts.isEmpty() && profile.isPresent()) {
            var address = profile.get()
                    .baseAddress()
                    .orElseThrow(() -> new InvalidSettingsException("The environment "
                            + profile.get().name()
                            + " is a simulator without an address of its own, so that its profile does"
                            + " not say what belongs to the API: name its host, with --host."));
            hosts.add(host(address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort()));
            if (profile.get().registrationSuffix().length() > 1) {
                hosts.add(host("*." + profile.get().registrationSuffix().replaceFirst("^\\.", "")));
            }
        }
        return hosts;
    }

    private static HostGlob host(String typed) {
        try {
            return HostGlob.parse(typed);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidSettingsException("--host " + SafeText.typed(typed) + " " + wrong.getMessage());
        }
    }

    private static String basePath(JudgeOptions options, Optional<Profile> profile) {
        var typed = options.basePath().isEmpty()
                ? profile.flatMap(Profile::baseAddress).map(URI::getPath).orElse("")
                : options.basePath();
        var path = typed.endsWith("/") ? typed.substring(0, typed.length() - 1) : typed;
        if (!BASE_PATH.matcher(path).matches()) {
            throw new InvalidSettingsException("--base-path " + SafeText.typed(typed)
                    + " is no path: write what stands between the host and the operation, as /capture.");
        }
        return path;
    }

    /**
     * The files that were named, each once.
     *
     * @param option that names them
     * @param empty what is said of an empty name
     */
    static List<Path> files(String option, List<Path> named, String empty) {
        var files = new LinkedHashSet<Path>();
        for (var file : named) {
            if (file.toString().isBlank()) {
                throw new InvalidSettingsException(empty);
            }
            files.add(present(option, file).toAbsolutePath().normalize());
        }
        return List.copyOf(files);
    }

    /** A name with a slip of the pen must not put reports of nothing in the place of the last ones. */
    private static Path present(String option, Path file) {
        if (!Files.exists(file)) {
            throw new InvalidSettingsException(option + " " + SafeText.typed(file.toString()) + " is not there.");
        }
        if (Files.isDirectory(file)) {
            throw new InvalidSettingsException(
                    option + " " + SafeText.typed(file.toString()) + " is a directory: name the files in it.");
        }
        return file;
    }
}
