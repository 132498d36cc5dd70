package io.regcontract.environment.guard;

import io.regcontract.environment.EnvironmentKind;
import io.regcontract.environment.Marker;
import io.regcontract.environment.Profile;
import io.regcontract.environment.RunEstimate;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Protects tenants from runs that should not happen there. All rules except the marker are decided before anything is
 * sent. There is no switch to bypass it.
 */
public final class EnvironmentGuard {

    private static final Pattern NO_PRODUCTION = Pattern.compile("(?:non|pre|not)[-_. ]?prod(?:uction)?");
    private static final Pattern PRODUCTION =
            Pattern.compile("(?<![a-z])(?:prod(?:uction)?|prd|live)(?![a-z])|prod(?:uction)?(?![a-z])");

    private final Profile profile;

    public EnvironmentGuard(Profile profile) {
        this.profile = profile;
    }

    /**
     * What speaks against a run; empty when it may begin. A simulator is not guarded.
     *
     * @param plan what the run would take
     * @param confirmation the name that was typed to confirm it ({@code -Dconfirm=NAME})
     */
    public List<GuardRefusal> refusals(RunEstimate plan, Optional<String> confirmation) {
        if (!profile.guarded()) {
            return List.of();
        }
        return Stream.of(host(), looksLikeProduction(), confirmed(confirmation), budget(plan))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What speaks against an application after a look at its marker.
     *
     * @param found what stands where the marker is looked for, when anything does
     */
    public Optional<GuardRefusal> checkMarker(Optional<String> found) {
        return profile.safeguards()
                .marker()
                .filter(marker -> found.filter(marker.value().reveal()::equals).isEmpty())
                .map(
                        marker -> new GuardRefusal(
                                "marker",
                                marker.described()
                                        + (found.isEmpty()
                                                ? " is not there: nobody said that the suite may work here"
                                                : " does not hold what the profile expects: this may be another application"),
                                marker.place() == Marker.Place.SETTING
                                        ? "If it is the right one, set " + marker.name()
                                                + " there, by hand, to the value that guard.marker.value refers to."
                                        : "If it is the right one, let it answer with the value that guard.marker.value refers to."));
    }

    /** Whether nothing may be written: in production, whatever else is said. */
    public boolean readOnly() {
        return profile.kind() == EnvironmentKind.PRODUCTION;
    }

    private List<GuardRefusal> host() {
        var refusals = new ArrayList<>(host(profile.baseAddress().orElseThrow(), "base-address"));
        profile.control()
                .filter(control -> profile.kind() == EnvironmentKind.REPLACEMENT)
                .ifPresent(control -> refusals.addAll(host(control.address(), "control.address")));
        return refusals;
    }

    private List<GuardRefusal> host(URI address, String key) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        return profile.safeguards().hosts().contains(host)
                ? List.of()
                : List.of(new GuardRefusal(
                        "host",
                        "the host " + host + " is not on the profile's list of hosts that may be called ("
                                + String.join(", ", profile.safeguards().hosts()) + ")",
                        "Correct " + key + ", or add the host under guard.hosts."));
    }

    private List<GuardRefusal> looksLikeProduction() {
        if (profile.kind() == EnvironmentKind.PRODUCTION) {
            return List.of();
        }
        var refusals = new ArrayList<GuardRefusal>();
        looksLikeProduction("the environment's name", profile.name()).ifPresent(refusals::add);
        looksLikeProduction("the host", profile.baseAddress().orElseThrow().getHost())
                .ifPresent(refusals::add);
        profile.application()
                .flatMap(name -> looksLikeProduction("the application", name))
                .ifPresent(refusals::add);
        return refusals;
    }

    private Optional<GuardRefusal> looksLikeProduction(String what, String name) {
        var rest = NO_PRODUCTION.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return PRODUCTION.matcher(rest).find()
                ? Optional.of(new GuardRefusal(
                        "production",
                        what + " " + name + " speaks of production, and the profile calls it a "
                                + profile.kind().word(),
                        "Write kind: production, where nothing is written; if it is none, give it a name that does"
                                + " not mislead."))
                : Optional.empty();
    }

    private List<GuardRefusal> confirmed(Optional<String> confirmation) {
        return confirmation.filter(profile.name()::equals).isPresent()
                ? List.of()
                : List.of(new GuardRefusal(
                        "confirmation",
                        "a run against " + profile.name() + ", a "
                                + profile.kind().word() + " at "
                                + profile.baseAddress().orElseThrow().getHost() + ", has to be confirmed by its name"
                                + confirmation
                                        .map(typed -> ", and -Dconfirm says another")
                                        .orElse(""),
                        "If that is what you want, add -Dconfirm=" + profile.name() + "."));
    }

    private List<GuardRefusal> budget(RunEstimate plan) {
        var budgets = profile.safeguards().budgets();
        var refusals = new ArrayList<GuardRefusal>();
        over("calls", plan.calls(), budgets.calls()).ifPresent(refusals::add);
        over("things", plan.things(), budgets.things()).ifPresent(refusals::add);
        over(
                        "waiting-seconds",
                        plan.waiting().toSeconds(),
                        OptionalLong.of(budgets.waiting().toSeconds()))
                .ifPresent(refusals::add);
        return refusals;
    }

    private static Optional<GuardRefusal> over(String budget, long planned, OptionalLong allowed) {
        return allowed.isPresent() && planned > allowed.getAsLong()
                ? Optional.of(new GuardRefusal(
                        "budget",
                        "the plan takes " + planned + " " + budget.replace("-", " ") + ", and budgets." + budget
                                + " allows " + allowed.getAsLong(),
                        "Select less, with -Dcode, -Doperation or -Dreq, or raise the budget."))
                : Optional.empty();
    }
}
