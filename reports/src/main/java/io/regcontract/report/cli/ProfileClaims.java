package io.regcontract.report.cli;

import io.regcontract.contract.DialectDeviations;
import io.regcontract.contract.KindGaps;
import io.regcontract.contract.yaml.YamlDocument;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.report.record.RecordFlaw;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether the excuses in a record are those of the environment's profile and kind. A record says for itself what it
 * may excuse and accept; people say it in the profile, and only what people said counts.
 */
final class ProfileClaims {

    private final Path profiles;

    /** @param profiles directory with {@code NAME.yaml} for each environment */
    ProfileClaims(Path profiles) {
        this.profiles = profiles;
    }

    /** What a record claims beyond its environment's profile. */
    List<RecordFlaw> flaws(RunRecord run) {
        // A run that was refused observed nothing that could be excused, and may have had no profile at all.
        if (run.header().isEmpty() || !run.refusals().isEmpty()) {
            return List.of();
        }
        var here = run.header().get().environment();
        var flaws = new ArrayList<RecordFlaw>();
        var gaps = new TreeSet<>(here.expectedLacking().keySet());
        gaps.removeAll(KindGaps.load().of(here.kind()).keySet());
        if (!gaps.isEmpty()) {
            flaws.add(flaw("excuses the lack of " + String.join(", ", gaps) + ", which environments of kind "
                    + here.kind() + " are not expected to lack (kinds.yaml)"));
        }
        var profile = profile(here.name());
        if (profile.isPresent()) {
            differences(here, profile.get()).forEach(difference -> flaws.add(flaw(difference)));
        } else if (!here.expectedNotDrivable().isEmpty()
                || !here.operations().all()
                || !beyondItsDialect(here).isEmpty()) {
            flaws.add(flaw("excuses or accepts what only a profile may, and there is no profile of " + here.name()
                    + " in " + profiles + " to compare with; name its directory with --profiles"));
        }
        return flaws;
    }

    private static RecordFlaw flaw(String what) {
        return RecordFlaw.of("profile-differs", "The record " + what + ". Run again with the profile as it is now.");
    }

    /** What is accepted; of traffic, whose dialect is asked for, only what does not belong to that. */
    private static Set<String> beyondItsDialect(RecordHeader.Environment here) {
        var accepted = new TreeSet<>(here.accepted());
        if (here.traffic()) {
            accepted.removeAll(DialectDeviations.of(here.dialect()));
        }
        return accepted;
    }

    private Optional<JsonNode> profile(String name) {
        try {
            var file = file(name);
            return file.isPresent()
                    ? Optional.of(YamlDocument.parse(file.get().toString(), Files.readString(file.get()))
                            .json())
                    : Optional.empty();
        } catch (IOException | YamlException unreadable) {
            return Optional.empty();
        }
    }

    /** The file with the profile of an environment, if there is one. */
    Optional<Path> file(String name) {
        // The name comes from a record, and leads nowhere but into the directory.
        return Optional.of(name)
                .filter(safe -> safe.matches("[A-Za-z0-9][A-Za-z0-9_-]*"))
                .map(safe -> profiles.resolve(safe + ".yaml"))
                .filter(Files::isRegularFile);
    }

    private List<String> differences(RecordHeader.Environment here, JsonNode profile) {
        var differences = new ArrayList<String>();
        // Traffic was recorded in an environment of some kind, and is of none.
        for (var key : here.traffic() ? List.of("dialect") : List.of("kind", "dialect")) {
            var said = profile.path(key).asString("");
            var recorded = key.equals("kind") ? here.kind() : here.dialect();
            if (!said.equals(recorded)) {
                differences.add(
                        "is of " + key + " " + recorded + ", and the profile of " + here.name() + " says " + said);
            }
        }
        var implemented = new TreeSet<String>();
        profile.path("operations").forEach(glob -> implemented.add(glob.asString("")));
        if (!implemented.equals(new TreeSet<>(here.operations().globs()))) {
            differences.add("goes by other operations that are implemented than the profile of " + here.name()
                    + " lists under operations");
        }
        var excused = new TreeSet<>(here.expectedNotDrivable().keySet());
        profile.path("not-drivable")
                .forEach(entry -> excused.remove(entry.path("code").asInt(0)));
        if (!excused.isEmpty()) {
            differences.add("excuses " + excused.size() + (excused.size() == 1 ? " code (" : " codes (")
                    + excused.stream().limit(5).map(String::valueOf).collect(Collectors.joining(", "))
                    + (excused.size() > 5 ? ", ..." : "") + ") that the profile of " + here.name()
                    + " does not list under not-drivable");
        }
        var accepted = new TreeSet<>(beyondItsDialect(here));
        for (var key : List.of("accepted-errata", "accepted-readings")) {
            profile.path(key).forEach(entry -> accepted.remove(entry.path("id").asString("")));
        }
        if (!accepted.isEmpty()) {
            differences.add(
                    "accepts " + String.join(", ", accepted) + ", which the profile of " + here.name() + " does not");
        }
        return differences;
    }
}
