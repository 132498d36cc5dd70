package io.regcontract.traffic.cli;

import io.regcontract.assertion.Dialect;
import io.regcontract.contract.Contract;
import io.regcontract.contract.input.RunId;
import io.regcontract.contract.text.SafeText;
import io.regcontract.environment.AcceptedDeviation;
import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.traffic.judge.JudgeTerms;
import io.regcontract.traffic.record.RecordTerms;
import io.regcontract.traffic.scope.ApiScope;
import io.regcontract.traffic.scope.HostGlob;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code judge} is going to do, made of its options.
 *
 * @param files each once, in their order
 * @param terms what they are held against
 * @param record how the record is headed, and where it goes
 */
public record JudgePlan(List<Path> files, JudgeTerms terms, RecordTerms record) {

    private static final String WITHOUT_PROFILE = "traffic";
    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*");
    private static final Pattern ERRATUM = Pattern.compile("E-.*");

    /**
     * Makes it.
     *
     * @param records directory with a directory for each run
     * @param profiles directory of the profiles
     * @param variables of the process, to which profiles refer
     * @throws InvalidSettingsException when an option cannot be used, in words for a person
     */
    public static JudgePlan of(JudgeOptions options, Path records, Path profiles, Map<String, String> variables) {
        var profile = options.environment().map(name -> profile(name, profiles, variables));
        var dialect = dialect(options, profile);
        var accepted = accepted(options, profile, dialect);
        var contract = Contract.load();
        var scope = new ApiScope(contract.operations(), hosts(options, profile), basePath(options, profile));
        var run = options.run().orElseGet(RunSettings::newRunId);
        if (!RunId.is(run)) {
            throw new InvalidSettingsException(RunId.problem(run) + " Name the run otherwise, with --run ID.");
        }
        return new JudgePlan(
                files(options),
                JudgeTerms.of(contract, accepted, scope),
                new RecordTerms(
                        records,
                        run,
                        RunSettings.newAttempt(),
                        profile.map(Profile::name).orElse(WITHOUT_PROFILE),
                        dialect.name().toLowerCase(Locale.ROOT),
                        accepted.stream()
                                .filter(id -> ERRATUM.matcher(id).matches())
                                .toList(),
                        accepted.stream()
                                .filter(id -> !ERRATUM.matcher(id).matches())
                                .toList(),
                        contract));
    }

    private static Profile profile(String name, Path profiles, Map<String, String> variables) {
        try {
            return Environments.in(profiles, variables).withoutSecrets().named(name);
        } catch (ProfileException wrong) {
            throw new InvalidSettingsException(
                    String.valueOf(wrong.getMessage()).strip());
        }
    }

    private static Dialect dialect(JudgeOptions options, Optional<Profile> profile) {
        var word = options.dialect()
                .orElseGet(() -> profile.map(known -> known.dialect().word()).orElse("documented"));
        return Arrays.stream(Dialect.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingsException("--dialect " + SafeText.typed(word)
                        + " is not known. Choose one of: "
                        + Arrays.stream(Dialect.values())
                                .map(known -> known.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** What a profile accepts; without one, or where another dialect was asked for, what belongs to the dialect. */
    private static Set<String> accepted(JudgeOptions options, Optional<Profile> profile, Dialect dialect) {
        var accepted = new LinkedHashSet<String>();
        if (profile.isPresent()) {
            profile.get().acceptedErrata().stream().map(AcceptedDeviation::id).forEach(accepted::add);
            profile.get().acceptedReadings().stream().map(AcceptedDeviation::id).forEach(accepted::add);
        }
        if (profile.isEmpty() || options.dialect().isPresent()) {
            accepted.addAll(dialect.accepted());
        }
        return accepted;
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

    private static List<Path> files(JudgeOptions options) {
        var files = new LinkedHashSet<Path>();
        for (var file : options.files()) {
            if (file.toString().isBlank()) {
                throw new InvalidSettingsException("A FILE is empty: name the files that are to be judged.");
            }
            files.add(file.toAbsolutePath().normalize());
        }
        return List.copyOf(files);
    }
}
