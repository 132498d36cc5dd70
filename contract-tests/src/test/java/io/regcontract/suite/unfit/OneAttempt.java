package io.regcontract.suite.unfit;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.environment.ExistingThings;
import io.regcontract.environment.Fixtures;
import io.regcontract.environment.SignInFlow;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import io.regcontract.suite.tenant.ExistingThingsPool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of an environment in which a scenario is attempted once and waits for nothing. */
final class OneAttempt {

    private OneAttempt() {}

    static EnvironmentConfiguration configuration() {
        return new EnvironmentConfiguration(
                "example.com",
                SignInFlow.DEFAULT,
                Optional.of("telling"),
                Fixtures.NONE,
                new ExistingThingsPool(ExistingThings.NONE),
                List.of(),
                OperationScope.ALL,
                1,
                new ExpiryWaiter(Duration.ZERO, time -> {}),
                Optional.empty());
    }
}
