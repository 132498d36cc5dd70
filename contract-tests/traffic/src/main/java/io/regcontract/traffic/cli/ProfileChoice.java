package io.regcontract.traffic.cli;

import io.regcontract.assertion.Dialect;
import io.regcontract.contract.text.SafeText;
import io.regcontract.environment.AcceptedDeviation;
import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import io.regcontract.suite.plan.InvalidSettingsException;
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
        var accepted = new LinkedHashSet<String>();
        if (profile.isPresent()) {
            profile.get().acceptedErrata().stream().map(AcceptedDeviation::id).forEach(accepted::add);
            profile.get().acceptedReadings().stream().map(AcceptedDeviation::id).forEach(accepted::add);
        }
        // Where another dialect was asked for than the profile's, what belongs to it is accepted as well.
        if (profile.isEmpty() || typed.isPresent()) {
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
    public String name() {
        return profile.map(Profile::name).orElse(WITHOUT_PROFILE);
    }

    /** How a record names the dialect. */
    public String dialectWord() {
        return word(dialect);
    }

    /** Ids of the errata that are accepted. */
    public List<String> errata() {
        return accepted.stream().filter(id -> ERRATUM.matcher(id).matches()).toList();
    }

    /** Ids of the readings whose alternatives are accepted. */
    public List<String> readings() {
        return accepted.stream().filter(id -> !ERRATUM.matcher(id).matches()).toList();
    }
}
