package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.tenant.TenantAccounts;
import io.regcontract.suite.transport.CallInterceptor;
import io.regcontract.suite.transport.CallInterceptor.CallScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run that is killed while it registers somebody never hears whether there is an account now. Its address is all that
 * the janitor can look for, so each has one that begins with the prefix of the run, also where it is to be refused.
 */
final class FindableAccountsTest {

    private static final String PREFIX = "findable-";

    /** What tells the address of whom a call registers. */
    private static final Map<String, String> FORMS = Map.of(
            "/oauth/register_native", "emailAddress",
            "/oauth/register_native_traditional", "emailAddress");

    @Test
    void bearThePrefixOfTheRunInEveryScenarioThatATenantIsDrivenThrough() {
        var addresses = new ConcurrentLinkedQueue<String>();
        CallInterceptor looking = (call, role) -> {
            address(call).ifPresent(addresses::add);
            return CallScope.NO_OP;
        };
        try (var environment = new SelfTestEnvironment();
                var engine = environment.engine(environment.address(), PREFIX, SelfTestEnvironment.strict(), looking)) {
            List<Scenario<?>> scenarios = ScenarioCatalogue.byHand().scenarios();
            scenarios.forEach(engine::observe);
        }

        assertThat(addresses).hasSizeGreaterThan(50).allSatisfy(address -> assertThat(address)
                .startsWith(PREFIX));
    }

    private static Optional<String> address(Call call) {
        if (FORMS.containsKey(call.operation())) {
            return Optional.of(call.parameters().getOrDefault(FORMS.get(call.operation()), ""));
        }
        if (call.operation().equals("/entity.create")
                && TenantAccounts.TYPE.equals(call.parameters().get("type_name"))) {
            return Optional.of(JsonMapper.shared()
                    .readTree(call.parameters().getOrDefault("attributes", "{}"))
                    .path("email")
                    .asString(""));
        }
        return Optional.empty();
    }
}
