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
import io.regcontract.traffic.record.RecordTerms;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The profile that was asked for, and what is accepted of a service for its sake.
 *
 * @param profile empty where none was asked for
 * @param dialect how the service speaks
 * @param accepted ids of errata and readings
 */
public record ProfileChoice(Optional<Profile> profile, Dialect dialect, Set<String> accepted) {

    private static final String WITHOUT_PROFILE = "traffic";
    private static final Pattern ERRATUM = Pattern.compile("E-.*");

    /**
     * Reads the profile.
     *
     * @param environment its name
     * @param typed the dialect that was asked for, in place of the profile's
     * @throws InvalidSettingsException when one of them cannot be used
     */
    public static ProfileChoice of(Optional<String> environment, Optional<String> typed, Environments environments) {
        var profile = environment.map(name -> profile(name, environments));
        var dialect = dialect(typed, profile);
        if (typed.isPresent()
                && profile.filter(known -> !known.dialect().word().equals(word(dialect)))
                        .isPresent()) {
            throw new InvalidSettingsException("--dialect " + word(dialect) + " is not that of the environment "
                    + profile.get().name() + ", whose profile says "
                    + profile.get().dialect().word()
                    + ": leave one of the two out.");
        }
        var accepted = new LinkedHashSet<String>();
        if (profile.isPresent()) {
            profile.get().acceptedErrata().stream().map(AcceptedDeviation::id).forEach(accepted::add);
            profile.get().acceptedReadings().stream().map(AcceptedDeviation::id).forEach(accepted::add);
        }
        if (profile.isEmpty()) {
            accepted.addAll(dialect.accepted());
        }
        return new ProfileChoice(profile, dialect, accepted);
    }

    private static Profile profile(String name, Environments environments) {
        try {
            return environments.named(name);
        } catch (ProfileException wrong) {
            throw new InvalidSettingsException(
                    String.valueOf(wrong.getMessage()).strip());
        }
    }

    private static Dialect dialect(Optional<String> typed, Optional<Profile> profile) {
        var word = typed.orElseGet(
                () -> profile.map(known -> known.dialect().word()).orElse("documented"));
        return Arrays.stream(Dialect.values())
                .filter(known -> word(known).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingsException("--dialect " + SafeText.typed(word)
                        + " is not known. Choose one of: "
                        + Arrays.stream(Dialect.values())
                                .map(ProfileChoice::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static String word(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    /** What a record is named after. */
    private String name() {
        return profile.map(Profile::name).orElse(WITHOUT_PROFILE);
    }

    /** How a record names the dialect. */
    private String dialectWord() {
        return word(dialect);
    }

    /** Ids of the errata that are accepted. */
    private List<String> errata() {
        return accepted.stream().filter(id -> ERRATUM.matcher(id).matches()).toList();
    }

    /** Ids of the readings whose alternatives are accepted. */
    private List<String> readings() {
        return accepted.stream().filter(id -> !ERRATUM.matcher(id).matches()).toList();
    }

    /**
     * How the record of what is judged is headed, and where it goes.
     *
     * @param records directory with a directory for each run
     * @param run what the record is called, where that was asked for
     * @throws InvalidSettingsException when that can be no name
     */
    public RecordTerms record(Path records, Optional<String> run, Contract contract) {
        var id = run.orElseGet(RunSettings::newRunId);
        if (!RunId.is(id)) {
            throw new InvalidSettingsException(RunId.problem(id) + " Name the run otherwise, with --run ID.");
        }
        return new RecordTerms(
                records, id, RunSettings.newAttempt(), name(), dialectWord(), errata(), readings(), contract);
    }
}
