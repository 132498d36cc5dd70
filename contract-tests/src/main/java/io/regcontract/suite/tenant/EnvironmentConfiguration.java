package io.regcontract.suite.tenant;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.environment.ExistingThings;
import io.regcontract.environment.Fixtures;
import io.regcontract.environment.NotDrivableCode;
import io.regcontract.environment.Profile;
import io.regcontract.environment.Secret;
import io.regcontract.environment.SignInFlow;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.state.RateLimitExhauster;
import java.util.List;
import java.util.Optional;

/**
 * What every scenario in an environment may use.
 *
 * @param mailDomain the domain of the addresses of accounts
 * @param signIn the flow that people sign in through: it hides which part of a log-in was wrong
 * @param tellingFlow a flow that says it
 * @param fixtures what was prepared by hand
 * @param things what of it is handed out in the run
 * @param notDrivable codes whose conditions cannot be built in the environment
 * @param operations what the service implements
 * @param attempts how often a scenario is attempted at most when the connection breaks
 * @param waiter waits where time cannot be moved
 * @param rateLimitExhauster makes the calls that may be made to reach their limit; empty if none may be
 */
public record EnvironmentConfiguration(
        String mailDomain,
        SignInFlow signIn,
        Optional<String> tellingFlow,
        Fixtures fixtures,
        ExistingThingsPool things,
        List<NotDrivableCode> notDrivable,
        OperationScope operations,
        int attempts,
        ExpiryWaiter waiter,
        Optional<RateLimitExhauster> rateLimitExhauster) {

    private static final int ATTEMPTS = 3;

    /** The telling flow that every application of a simulator has. */
    private static final String SIMULATORS_TELLING_FLOW = "telling";

    public EnvironmentConfiguration {
        notDrivable = List.copyOf(notDrivable);
    }

    /** The configuration that a profile describes. */
    public static EnvironmentConfiguration of(Profile profile, ExpiryWaiter.Sleeper sleeper) {
        var fixtures = profile.fixtures();
        return new EnvironmentConfiguration(
                profile.naming().mailDomain(),
                profile.signIn(),
                fixtures.tellingFlow()
                        .or(() -> profile.guarded() ? Optional.empty() : Optional.of(SIMULATORS_TELLING_FLOW)),
                fixtures,
                new ExistingThingsPool(fixtures.things()),
                profile.notDrivable(),
                profile.operations(),
                profile.guarded() ? ATTEMPTS : 1,
                new ExpiryWaiter(profile.safeguards().budgets().waiting(), sleeper),
                profile.safeguards()
                        .budgets()
                        .toTheLimit()
                        .map(allowed ->
                                new RateLimitExhauster(allowed, profile.pace().inFlight())));
    }

    /**
     * The configuration for a dry run: the simulator's own flows replace the prepared ones.
     */
    public EnvironmentConfiguration forDryRun() {
        return new EnvironmentConfiguration(
                mailDomain,
                SignInFlow.DEFAULT,
                tellingFlow.map(flow -> SIMULATORS_TELLING_FLOW),
                new Fixtures(
                        Optional.empty(),
                        fixtures.expiredAccessToken().map(token -> new Secret("rehearsed-token")),
                        fixtures.brokenFlow().map(flow -> SIMULATORS_TELLING_FLOW),
                        fixtures.triggeringFlow().map(flow -> SIMULATORS_TELLING_FLOW),
                        Optional.empty(),
                        fixtures.things()),
                things,
                notDrivable,
                operations,
                attempts,
                waiter.forDryRun(),
                rateLimitExhauster.map(RateLimitExhauster::forDryRun));
    }

    /** The configuration where these things exist in place of those that the profile names. */
    public EnvironmentConfiguration where(ExistingThings existing) {
        return new EnvironmentConfiguration(
                mailDomain,
                signIn,
                tellingFlow,
                fixtures,
                new ExistingThingsPool(existing),
                notDrivable,
                operations,
                attempts,
                waiter,
                rateLimitExhauster);
    }

    /** Why a code cannot be driven there; empty if no reason is known. */
    public Optional<String> reasonNotDrivable(int code) {
        return notDrivable.stream()
                .filter(known -> known.code() == code)
                .map(NotDrivableCode::reason)
                .findFirst();
    }
}
