package io.regcontract.suite.run;

import io.regcontract.environment.ExistingThings;
import io.regcontract.environment.Secret;
import io.regcontract.suite.observe.EngineContext;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.state.ControllableEnvironmentState;
import io.regcontract.suite.state.EnvironmentState.MadeClient;
import io.regcontract.suite.state.EnvironmentState.MadeRecord;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.tenant.TenantAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What exists in a replacement, made anew in the simulator of a dry run: as many clients, types and accounts. */
final class RehearsedThings {

    private static final String PASSWORD = "Rehearsed-password-1";

    private RehearsedThings() {}

    /** @throws InvalidSettingsException when an entity type is none */
    static ExistingThings of(ExistingThings things, EngineContext simulator) {
        var state = new ControllableEnvironmentState(
                simulator.control().orElseThrow(), simulator.application().id().orElseThrow(), exchange -> {});
        return new ExistingThings(
                things.clients().stream().map(client -> client(client, state)).toList(),
                things.types().stream().map(type -> type(type, state)).toList(),
                accounts(things.accounts().size(), state));
    }

    private static ExistingThings.Client client(ExistingThings.Client client, ControllableEnvironmentState state) {
        MadeClient made =
                state.client("rehearsed", List.copyOf(client.features())).orElseThrow();
        return new ExistingThings.Client(client.features(), made.id(), new Secret(made.secret()));
    }

    private static ExistingThings.Type type(ExistingThings.Type type, ControllableEnvironmentState state) {
        try {
            state.entityType(type.name(), type.attributes());
            return type;
        } catch (SetUpException refused) {
            throw new InvalidSettingsException("the entity type " + type.name()
                    + " under fixtures.types of the profile is none that the contract allows: " + refused.getMessage());
        }
    }

    private static List<ExistingThings.Account> accounts(int number, ControllableEnvironmentState state) {
        var accounts = new ArrayList<ExistingThings.Account>();
        for (int each = 1; each <= number; each++) {
            var email = "rehearsed-" + each + "@example.com";
            MadeRecord made = state.record(TenantAccounts.TYPE, Map.of("email", email, "password", PASSWORD))
                    .orElseThrow();
            accounts.add(new ExistingThings.Account(email, new Secret(PASSWORD), Optional.of(made.uuid())));
        }
        return accounts;
    }
}
